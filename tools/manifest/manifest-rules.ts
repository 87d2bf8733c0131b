/** The children of each element in the order that Office asks for; the plus says that one may come more than once. */
export const childOrder: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint+'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group+', 'Label'],
  Group: ['Label', 'Icon', 'Control+'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Items'],
  Item: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

/** The children of an extension point of custom functions. */
export const customFunctionsOrder: readonly string[] = ['Script', 'Page', 'Metadata', 'Namespace'];

/** Elements that must be there. */
export const required: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'DefaultSettings',
    'Permissions',
  ],
  Control: ['Label', 'Supertip', 'Icon'],
  Group: ['Label', 'Icon', 'Control'],
  CustomTab: ['Group', 'Label'],
};

export const namespaces: Readonly<Record<string, string>> = {
  xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  'xmlns:ov': 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
};

export const permissions: readonly string[] = [
  'Restricted',
  'ReadDocument',
  'ReadAllDocument',
  'WriteDocument',
  'ReadWriteDocument',
];

/** Which kind of resource an element's resid must name. */
export const residKind = (element: string, parent: string): 'Image' | 'Url' | 'ShortString' | 'LongString' => {
  if (element === 'Image') return 'Image';
  if (['SourceLocation', 'Runtime', 'FunctionFile', 'LearnMoreUrl'].includes(element)) return 'Url';
  if (element === 'Description' && ['Supertip', 'GetStarted'].includes(parent)) return 'LongString';
  return 'ShortString';
};

/** The longest value of each kind of resource. */
export const longest: Readonly<Record<string, number>> = { Image: 2048, Url: 2048, ShortString: 125, LongString: 250 };
