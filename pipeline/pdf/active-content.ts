// What in a PDF acts instead of showing: scripts, programs to start, files inside, forms that send. Found by the names
// of ISO 32000-1, 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA), and of Adobe's RichMedia extension.
import type { Place, Value } from './walk.ts';

export type Activity = 'script' | 'launch' | 'embedded' | 'media' | 'submit' | 'xfa' | 'opens';

/** Types of action by what they are to a clerk; those that only move the view are none of our business. */
const ACTIONS: Readonly<Record<string, Activity>> = {
  JavaScript: 'script',
  Launch: 'launch',
  SubmitForm: 'submit',
  ImportData: 'submit',
  GoToE: 'embedded',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  RichMediaExecute: 'media',
};
const SUBTYPES: Readonly<Record<string, Activity>> = {
  FileAttachment: 'embedded',
  RichMedia: 'media',
  Screen: 'media',
  Movie: 'media',
  Sound: 'media',
  '3D': 'media',
};
/** Keys whose presence says it, whatever the value. */
const KEYS: Readonly<Record<string, Activity>> = { JS: 'script', EF: 'embedded', XFA: 'xfa' };
/** Action types that may stand behind /OpenAction without doing anything. */
const HARMLESS = new Set(['GoTo', 'Named', 'Thread', 'Trans']);

export interface ActiveContent {
  object(number: number | undefined): void;
  entry(key: string, value: Value, place: Place): void;
  /** In a fixed order. */
  found(): Activity[];
}

export function activeContent(): ActiveContent {
  const found = new Set<Activity>();
  /** Action type of every object that is an action. */
  const actions = new Map<number, string>();
  /** Objects that are done when the file is opened. */
  const opened = new Set<number>();
  let object: number | undefined;
  const name = (text: string, key: string, { depth, within }: Place): void => {
    if (key === 'S') {
      const kind = ACTIONS[text];
      if (kind) found.add(kind);
      if (depth === 1 && object !== undefined && (kind || text === 'URI' || text === 'GoToR'))
        actions.set(object, text);
      if (within.at(-1) === 'OpenAction' && !HARMLESS.has(text)) found.add('opens');
    }
    if (key === 'Subtype' && SUBTYPES[text]) found.add(SUBTYPES[text]);
    if (key === 'Type' && text === 'EmbeddedFile') found.add('embedded');
  };
  return {
    object(number) {
      object = number;
    },
    entry(key, value, place) {
      if (value.kind === 'name') name(value.text, key, place);
      if (KEYS[key]) found.add(KEYS[key]);
      if (key === 'OpenAction' && value.kind === 'ref') opened.add(value.object);
      if (key === 'AA' && value.kind === 'ref') found.add('opens');
      if (place.within.at(-1) === 'AA') found.add('opens');
    },
    found() {
      if ([...opened].some((number) => actions.has(number))) found.add('opens');
      return order.filter((activity) => found.has(activity));
    },
  };
}

const order: readonly Activity[] = ['script', 'launch', 'embedded', 'media', 'submit', 'xfa', 'opens'];
