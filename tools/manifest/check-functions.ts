/** What a build says of the functions, by the file that says it. */
export type BuiltFunctions = Readonly<Record<string, readonly string[]>>;

/**
 * Where a build and the registry differ: the metadata, the script and the help page must have the same functions.
 *
 * @example checkFunctions({ 'functions.json': ['MODEL'] }, ['MODEL', 'CAGR']) // ['functions.json lacks CAGR: build again.']
 */
export const checkFunctions = (built: BuiltFunctions, known: readonly string[]): string[] =>
  Object.entries(built).flatMap(([file, ids]) => {
    const lacking = known.filter((id) => !ids.includes(id));
    if (lacking.length === known.length) return [`${file} has none of the functions: build again.`];
    const unknown = ids.filter((id) => !known.includes(id));
    return [
      ...(lacking.length > 0 ? [`${file} lacks ${lacking.join(', ')}: build again.`] : []),
      ...(unknown.length > 0 ? [`${file} has ${unknown.join(', ')}, which the registry lacks: build again.`] : []),
    ];
  });
