import type { FormatName } from './number-formats.ts';

/** What a cell is for. Colour, weight and alignment follow from it. */
export type Role =
  /** A sheet's name, 14 point bold. */
  | 'title'
  /** The line under a title. */
  | 'subtitle'
  /** A section's heading across the sheet. */
  | 'heading'
  /** A column's heading: a year, a field of a table. */
  | 'column-head'
  /** The heading of an estimate year, shaded. */
  | 'estimate-head'
  | 'label'
  | 'unit'
  /** The figure or page that a row comes from. */
  | 'source'
  /** The basis of a row, in grey. */
  | 'note'
  | 'text'
  /** The mark of a row, in the first column. */
  | 'flag'
  /** Typed in, blue. */
  | 'input'
  /** Calculated on its own sheet, black. */
  | 'formula'
  /** Read from another sheet, green. */
  | 'link'
  /** A ratio of the lines above it, grey italic. */
  | 'ratio'
  /** A driver read from another sheet and shown under its line, green italic. */
  | 'echo'
  /** Shown for completeness, grey: the opening year. */
  | 'muted'
  /** A difference that must be zero. */
  | 'check'
  /** A link that can be clicked. */
  | 'hyperlink'
  /** The one figure of a page. */
  | 'headline'
  /** The rating, white on colour. */
  | 'badge';

/** What sets a cell apart from others of its role. */
export type Mark =
  /** A key assumption, on pale yellow. */
  | 'key'
  /** A total: bold under a thin line. */
  | 'total'
  /** The first estimate column: a dotted line on its left. */
  | 'divider'
  | 'bold'
  | 'wrap'
  | 'indent'
  /** At the top of a row of wrapped texts. */
  | 'top'
  | 'left'
  | 'centre'
  | 'right'
  /** A thin line around the cell. */
  | 'boxed'
  /** A thin line under the cell. */
  | 'underlined'
  /** A pale background that sets a panel apart. */
  | 'panel';

declare const named: unique symbol;
/** The name of a style: role, number format and marks in words, such as "input percent key divider". */
export type StyleName = string & { readonly [named]: true };

/**
 * Names a style. The same role, format and marks always give the same name.
 *
 * @example styled('input', 'percent', 'key') // "input percent key"
 */
export const styled = (role: Role, format: FormatName = 'general', ...marks: readonly Mark[]): StyleName =>
  (marks.length === 0
    ? `${role} ${format}`
    : [role, format, ...(marks.length === 1 ? marks : [...new Set(marks)].sort())].join(' ')) as StyleName;

/** A style with more marks. */
export function marked(style: StyleName, ...marks: readonly Mark[]): StyleName {
  const { role, format, marks: had } = styleParts(style);
  return styled(role, format, ...had, ...marks);
}

/** The role, format and marks that a style's name says. */
export function styleParts(style: StyleName): { role: Role; format: FormatName; marks: readonly Mark[] } {
  const [role, format, ...marks] = style.split(' ') as [Role, FormatName, ...Mark[]];
  return { role, format, marks };
}
