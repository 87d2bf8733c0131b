import {
  callMethod,
  DoubleError,
  isDoubleObject,
  readProperty,
  writeProperty,
  type DoubleObject,
} from './double-object.ts';

type Arguments = { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly unknown[] };

type ObjectPath = {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
};

type Action = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Top?: number; readonly Skip?: number };
};

/** What the client library sends at a context.sync: the objects it means, and what to do with them. */
export type RequestBody = {
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
  readonly Actions: readonly Action[];
};

export type ResponseBody = {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
};

const pathType = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const actionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/** What requests may begin from. */
export type Roots = {
  /** The workbook. */
  readonly global: DoubleObject;
  /** Services by name, such as Microsoft.ExcelServices.CustomFunctions. */
  readonly services: Readonly<Record<string, DoubleObject>>;
};

/** The objects that the client library keeps between two requests. */
export class References {
  readonly #byId = new Map<string, DoubleObject>();
  readonly #ids = new Map<DoubleObject, string>();
  #last = 0;

  keep(object: DoubleObject): void {
    if (this.#ids.has(object)) return;
    const id = `R${++this.#last}`;
    this.#byId.set(id, object);
    this.#ids.set(object, id);
  }

  idOf(object: DoubleObject): string | undefined {
    return this.#ids.get(object);
  }

  get(id: string): DoubleObject {
    const found = this.#byId.get(id);
    if (!found) throw new DoubleError('ItemNotFound', `The object "${id}" is not kept any more.`);
    return found;
  }

  drop(id: string): void {
    const object = this.#byId.get(id);
    if (object) this.#ids.delete(object);
    this.#byId.delete(id);
  }
}

/** Does what a request asks for, action by action; at the first that fails it stops, keeping what was done, as Excel does. */
export function answer(body: RequestBody, roots: Roots, references: References): ResponseBody {
  const request = new Request(body, roots, references);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      const value = request.perform(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof DoubleError)) throw error;
      return {
        Results: results,
        Error: {
          Code: error.code,
          Message: error.message,
          Location: request.locationOf(action),
          ActionIndex: index,
          HttpStatusCode: error.code === 'ItemNotFound' || error.code === 'ApiNotFound' ? 404 : 400,
        },
      };
    }
  }
  return { Results: results };
}

class Request {
  readonly #body: RequestBody;
  readonly #roots: Roots;
  readonly #references: References;
  readonly #objects = new Map<number, DoubleObject | null>();

  constructor(body: RequestBody, roots: Roots, references: References) {
    this.#body = body;
    this.#roots = roots;
    this.#references = references;
  }

  /** What an action gives; undefined where it gives nothing. */
  perform(action: Action): unknown {
    // By the result of a trace the library knows that what stands before it was done: then it begins to tell of an event.
    if (action.ActionType === actionType.trace) return null;
    const object = this.#object(action.ObjectPathId);
    if (action.ActionType === actionType.instantiate) return object && this.#identity(object);
    // What is loaded of an object that is null is null, and it is kept as such: the library asks before it knows.
    if (!object && (action.ActionType === actionType.query || action.Name === '_KeepReference')) return null;
    if (!object) throw new DoubleError('InvalidObjectPath', 'The object is null: nothing can be asked of it.');
    if (action.ActionType === actionType.setProperty) {
      writeProperty(object, action.Name!, this.#arguments(action.ArgumentInfo)[0]);
      return undefined;
    }
    if (action.ActionType === actionType.query) return this.#query(object, action);
    if (action.ActionType === actionType.method) return this.#method(object, action);
    throw new DoubleError('ApiNotFound', `The double of Excel has no action of type ${action.ActionType}.`);
  }

  /** Where an action failed, as Excel says it: the type of the object and the member. */
  locationOf({ ObjectPathId, Name }: Action): string {
    const object = this.#objects.get(ObjectPathId);
    if (object) return Name ? `${object.type}.${Name}` : object.type;
    const path = this.#body.ObjectPaths[ObjectPathId];
    const parent = this.#objects.get(path?.ParentObjectPathId ?? 0);
    return `${parent?.type ?? 'Workbook'}.${path?.Name || 'getItem'}`;
  }

  #method(object: DoubleObject, { Name, ArgumentInfo }: Action): unknown {
    if (Name === '_KeepReference') return void this.#references.keep(object);
    if (Name === '_RemoveReference') return void this.#references.drop(String(ArgumentInfo?.Arguments?.[0]));
    return callMethod(object, Name!, this.#arguments(ArgumentInfo)) ?? null;
  }

  #query(object: DoubleObject, { QueryInfo = {} }: Action): unknown {
    const { Select = [], Top, Skip } = QueryInfo;
    if (Top !== undefined || Skip !== undefined)
      throw new DoubleError('ApiNotFound', 'The double of Excel loads collections whole, without $top and $skip.');
    return { ...this.#identity(object), ...loaded(object, Select) };
  }

  /** How the client library can mean the object again in a later request. */
  #identity(object: DoubleObject): Record<string, unknown> {
    const reference = this.#references.idOf(object);
    return { ...idOf(object), ...(reference !== undefined && { _ReferenceId: reference }) };
  }

  #arguments(info: Arguments | undefined): unknown[] {
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = info?.ReferencedObjectPathIds?.[index];
      return typeof id === 'number' && id > 0 ? this.#object(id) : argument;
    });
  }

  /** The object that a path leads to; null where Excel says that there is none. */
  #object(id: number): DoubleObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.#body.ObjectPaths[id];
    if (!path) throw new DoubleError('InvalidRequest', `The request names no object ${id}.`);
    const found = this.#resolve(path);
    this.#objects.set(id, found);
    return found;
  }

  #resolve({ ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath): DoubleObject | null {
    if (ObjectPathType === pathType.global) return this.#roots.global;
    if (ObjectPathType === pathType.nullObject) return null;
    if (ObjectPathType === pathType.reference) return this.#references.get(Name);
    if (ObjectPathType === pathType.newObject) {
      const service = this.#roots.services[Name];
      if (!service) throw new DoubleError('ApiNotFound', `The double of Excel has no service ${Name}.`);
      return service;
    }
    const parent = this.#object(ParentObjectPathId!);
    if (!parent) return null;
    const found =
      ObjectPathType === pathType.property
        ? readProperty(parent, Name)
        : callMethod(parent, ObjectPathType === pathType.indexer ? 'GetItem' : Name, this.#arguments(ArgumentInfo));
    if (found !== null && !isDoubleObject(found))
      throw new DoubleError('InvalidObjectPath', `${parent.type}.${Name} is no object.`);
    return found;
  }
}

const idOf = ({ id }: DoubleObject): Record<string, unknown> => (id === undefined ? {} : { _Id: id });

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The properties asked for, each a path such as values or format/fill/color; of a collection, those of its items. */
function loaded(object: DoubleObject, paths: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const wanted = new Map<string, string[]>();
  for (const path of paths) {
    const [first = '', ...rest] = path.split('/');
    const inner = wanted.get(first) ?? [];
    wanted.set(first, rest.length > 0 ? [...inner, rest.join('/')] : inner);
  }
  const ofItems = object.items ? paths.filter((path) => !(capital(path) in object.properties)) : [];
  if (object.items && ofItems.length > 0)
    found['_Items'] = object.items().map((item) => ({ ...idOf(item), ...loaded(item, ofItems) }));
  for (const [name, inner] of wanted) {
    if (ofItems.includes([name, ...inner].join('/'))) continue;
    const value = readProperty(object, capital(name));
    found[capital(name)] = isDoubleObject(value) ? loaded(value, inner) : value;
  }
  return found;
}
