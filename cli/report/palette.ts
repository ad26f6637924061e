// Colours of the reports, light and dark. Pairs that carry text have a contrast of 4.5 or more (WCAG 2.2 AA); a test
// holds them.

export type Shade =
  | 'ground'
  | 'panel'
  | 'line'
  | 'ink'
  | 'soft'
  | 'link'
  | 'good'
  | 'goodBack'
  | 'look'
  | 'lookBack'
  | 'bad'
  | 'badBack'
  | 'mark';

export const light: Readonly<Record<Shade, string>> = {
  ground: '#f4f5f7',
  panel: '#ffffff',
  line: '#c9ced6',
  ink: '#16191f',
  soft: '#4a5361',
  link: '#0b4fb3',
  good: '#0f5a2c',
  goodBack: '#d9f2e1',
  look: '#713f00',
  lookBack: '#ffedc7',
  bad: '#8e1220',
  badBack: '#fde2e4',
  mark: '#0b4fb3',
};

export const dark: Readonly<Record<Shade, string>> = {
  ground: '#101318',
  panel: '#1a1f27',
  line: '#3b4452',
  ink: '#eceff4',
  soft: '#b2bbc8',
  link: '#8fbcff',
  good: '#9be4b4',
  goodBack: '#123821',
  look: '#ffd68a',
  lookBack: '#402c05',
  bad: '#ffb3ba',
  badBack: '#47141a',
  mark: '#8fbcff',
};

/** Text on ground: every pair that the style sheet uses. */
export const textPairs: readonly (readonly [text: Shade, ground: Shade])[] = [
  ['ink', 'ground'],
  ['ink', 'panel'],
  ['soft', 'ground'],
  ['soft', 'panel'],
  ['link', 'ground'],
  ['link', 'panel'],
  ['good', 'goodBack'],
  ['look', 'lookBack'],
  ['bad', 'badBack'],
  ['good', 'panel'],
  ['look', 'panel'],
  ['bad', 'panel'],
];

const variables = (shades: Readonly<Record<Shade, string>>): string =>
  Object.entries(shades)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

export const paletteCss = `:root{color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
@media print{:root{color-scheme:light;${variables({ ...light, ground: '#ffffff' })}}}`;
