/** Text at the left, in the middle and at the right. {page}, {pages} and {sheet} stand for what they say. */
export type PageText = { readonly left?: string; readonly centre?: string; readonly right?: string };

/** How a sheet goes on A4 paper. */
export type PrintPlan = {
  readonly orientation: 'portrait' | 'landscape';
  /** The range that is printed: A1:L60. */
  readonly area: string;
  /** Pages across; 0 for as many as needed. */
  readonly pagesWide: number;
  /** Pages down; 0 for as many as needed. */
  readonly pagesTall: number;
  /** Rows repeated on every page: 1:6. */
  readonly repeatRows?: string;
  /** Columns repeated on every page: A:D. */
  readonly repeatColumns?: string;
  readonly header: PageText;
  readonly footer: PageText;
  /** Centimetres. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Rows before which a new page begins. */
  readonly breaks?: readonly number[];
};

/** One centimetre around, with room for the header and the footer. */
export const narrowMargins: PrintPlan['margins'] = {
  top: 1.6,
  bottom: 1.6,
  left: 1,
  right: 1,
  header: 0.7,
  footer: 0.7,
};
