import { pathInFolder } from './check-addresses.ts';
import type { ManifestContext, Say } from './check-manifest.ts';
import type { Resources } from './check-resources.ts';
import { allOf, childOf, childrenOf, titleOf, type Element } from './manifest-element.ts';
import { iconSizes } from './manifest-rules.ts';

/** The icons: in every size that is asked for, once, and where the pictures are at hand as large as they say. */
export function checkIcons(root: Element, resources: Resources, { files }: ManifestContext, say: Say): void {
  const seen = new Set<string>();
  const checkPicture = (url: string, size: string): void => {
    const path = pathInFolder(root, url);
    const picture = path === undefined ? undefined : files?.picture(path);
    if (picture === undefined || seen.has(`${path} ${size}`)) return;
    seen.add(`${path} ${size}`);
    if (picture === 'not a PNG') return say(`The icon ${path} is not a PNG picture.`);
    const { width, height } = picture;
    if (String(width) !== size || height !== width)
      say(`The icon ${path} is ${width} by ${height}, not ${size} by ${size}.`);
  };
  for (const [name, size] of [
    ['IconUrl', '32'],
    ['HighResolutionIconUrl', '64'],
  ] as const)
    checkPicture(childOf(root, name)?.getAttribute('DefaultValue') ?? '', size);
  for (const icon of allOf(root, 'Icon')) {
    const images = childrenOf(icon);
    const sizes = images.map((one) => one.getAttribute('size') ?? '');
    const title = `The icon of ${titleOf(icon.parentNode as Element)}`;
    for (const size of iconSizes.filter((one) => !sizes.includes(one))) say(`${title} has no size ${size}.`);
    const twice = sizes.find((size, index) => sizes.indexOf(size) !== index);
    if (twice !== undefined) say(`${title} has the size ${twice} twice.`);
    for (const [index, image] of images.entries())
      checkPicture(resources.get(image.getAttribute('resid') ?? '')?.value ?? '', sizes[index]!);
  }
}
