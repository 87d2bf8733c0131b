/**
 * The children of each element in the order that Office asks for; the plus says that one may come more than once.
 * Extension points, controls and actions hold what their type says.
 */
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
  DisplayName: ['Override+'],
  Description: ['Override+'],
  AppDomains: ['AppDomain+'],
  Hosts: ['Host+'],
  Requirements: ['Sets', 'Methods'],
  Sets: ['Set+'],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  Runtimes: ['Runtime+'],
  AllFormFactors: ['ExtensionPoint+'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint+'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  'ExtensionPoint CustomFunctions': ['Script', 'Page', 'Metadata', 'Namespace'],
  'ExtensionPoint PrimaryCommandSurface': ['CustomTab'],
  'ExtensionPoint ContextMenu': ['OfficeMenu+'],
  Script: ['SourceLocation'],
  Page: ['SourceLocation'],
  Metadata: ['SourceLocation'],
  CustomTab: ['Group+', 'Label'],
  OfficeMenu: ['Control+'],
  Group: ['Label', 'Icon', 'Control+'],
  'Control Button': ['Label', 'Supertip', 'Icon', 'Action'],
  'Control Menu': ['Label', 'Supertip', 'Icon', 'Items'],
  Items: ['Item+'],
  Item: ['Label', 'Supertip', 'Icon', 'Action'],
  'Action ShowTaskpane': ['TaskpaneId', 'SourceLocation'],
  'Action ExecuteFunction': ['FunctionName'],
  Supertip: ['Title', 'Description'],
  Icon: ['Image+'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  Images: ['Image+'],
  Urls: ['Url+'],
  ShortStrings: ['String+'],
  LongStrings: ['String+'],
};

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
    'VersionOverrides',
  ],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: ['Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  'ExtensionPoint CustomFunctions': ['Script', 'Page', 'Metadata', 'Namespace'],
  'ExtensionPoint PrimaryCommandSurface': ['CustomTab'],
  'ExtensionPoint ContextMenu': ['OfficeMenu'],
  CustomTab: ['Group', 'Label'],
  OfficeMenu: ['Control'],
  Group: ['Label', 'Icon', 'Control'],
  'Control Button': ['Label', 'Supertip', 'Icon', 'Action'],
  'Control Menu': ['Label', 'Supertip', 'Icon', 'Items'],
  Items: ['Item'],
  Item: ['Label', 'Supertip', 'Action'],
  'Action ShowTaskpane': ['SourceLocation'],
  'Action ExecuteFunction': ['FunctionName'],
  Supertip: ['Title', 'Description'],
};

/** The types that an element may have. */
export const types: Readonly<Record<string, readonly string[]>> = {
  VersionOverrides: ['VersionOverridesV1_0'],
  Host: ['Workbook'],
  ExtensionPoint: ['CustomFunctions', 'PrimaryCommandSurface', 'ContextMenu'],
  Control: ['Button', 'Menu'],
  Action: ['ShowTaskpane', 'ExecuteFunction'],
};

export const namespaces: Readonly<Record<string, string>> = {
  xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  'xmlns:ov': 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
};

/** Elements that the overrides take from the basic types of Office, written with bt: before them. */
export const officeBasics: ReadonlySet<string> = new Set([
  'Sets',
  'Set',
  'Images',
  'Image',
  'Urls',
  'Url',
  'ShortStrings',
  'LongStrings',
  'String',
  'Override',
]);

export const permissions: readonly string[] = [
  'Restricted',
  'ReadDocument',
  'ReadAllDocument',
  'WriteDocument',
  'ReadWriteDocument',
];

export type ResourceKind = 'Image' | 'Url' | 'ShortString' | 'LongString';

/** The kind of resource that each group under Resources holds. */
export const resourceKinds: Readonly<Record<string, ResourceKind>> = {
  Images: 'Image',
  Urls: 'Url',
  ShortStrings: 'ShortString',
  LongStrings: 'LongString',
};

/** Which kind of resource an element's resid must name. */
export const residKind = (element: string, parent: string): ResourceKind => {
  if (element === 'Image') return 'Image';
  if (['SourceLocation', 'Runtime', 'FunctionFile', 'LearnMoreUrl'].includes(element)) return 'Url';
  if (element === 'Description' && ['Supertip', 'GetStarted'].includes(parent)) return 'LongString';
  return 'ShortString';
};

/** The longest value of each kind of resource; that of an address holds wherever one stands. */
export const longest: Readonly<Record<ResourceKind, number>> = {
  Image: 2048,
  Url: 2048,
  ShortString: 125,
  LongString: 250,
};

/** The longest value of each text at the head of a manifest. */
export const longestText: Readonly<Record<string, number>> = { ProviderName: 125, DisplayName: 125, Description: 250 };

/** The sizes that every icon on the ribbon must have. */
export const iconSizes: readonly string[] = ['16', '32', '80'];

/** Where the source manifest has the add-in; a build puts its own address there. */
export const development = 'https://localhost:3000';
