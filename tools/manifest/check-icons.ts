import { pathInBuild } from './check-addresses.ts';
import type { ManifestContext, Say } from './check-manifest.ts';
import type { Resources } from './check-resources.ts';
import { allOf, childOf, childrenOf, titleOf, type Element } from './manifest-element.ts';
import { iconSizes } from './manifest-rules.ts';

/** The icons: in every size that is asked for, and of a built manifest as wide as they say. */
export function checkIcons(root: Element, resources: Resources, { built }: ManifestContext, say: Say): void {
  const seen = new Set<string>();
  const checkWidth = (url: string, size: string): void => {
    const path = pathInBuild(root, url);
    const width = path === undefined ? undefined : built?.pictureWidth(path);
    if (width === undefined || String(width) === size || seen.has(`${path} ${size}`)) return;
    seen.add(`${path} ${size}`);
    say(`The icon ${path} is ${width} wide, not ${size}.`);
  };
  for (const [name, size] of [
    ['IconUrl', '32'],
    ['HighResolutionIconUrl', '64'],
  ] as const)
    checkWidth(childOf(root, name)?.getAttribute('DefaultValue') ?? '', size);
  for (const icon of allOf(root, 'Icon')) {
    const images = childrenOf(icon);
    const sizes = images.map((one) => one.getAttribute('size') ?? '');
    for (const size of iconSizes.filter((one) => !sizes.includes(one)))
      say(`The icon of ${titleOf(icon.parentNode as Element)} has no size ${size}.`);
    for (const [index, image] of images.entries())
      checkWidth(resources.get(image.getAttribute('resid') ?? '')?.value ?? '', sizes[index]!);
  }
}
