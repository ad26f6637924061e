// The type faces lines are printed in: files of npm and Debian packages that hold every Vietnamese letter.

export interface FacePackages {
  readonly npm: readonly string[];
  readonly debian: readonly string[];
}

/** What `npm pack` and `apt-get download` fetch. All under the SIL Open Font License, Apache-2.0 or the GPL with font exception. */
export const facePackages: FacePackages = {
  npm: [
    ...'alegreya arimo be-vietnam-pro bitter crimson-pro dancing-script eb-garamond ibm-plex-sans inter'.split(
      ' ',
    ),
    ...'jetbrains-mono lexend literata lora merriweather montserrat mulish newsreader noto-sans noto-serif'.split(
      ' ',
    ),
    ...'nunito open-sans oswald patrick-hand playfair-display playpen-sans roboto roboto-condensed roboto-mono'.split(
      ' ',
    ),
    ...'roboto-slab sarabun source-code-pro source-sans-3 source-serif-4 space-mono spectral tinos'.split(
      ' ',
    ),
  ].map((name) => `@expo-google-fonts/${name}`),
  debian: [
    'fonts-croscore',
    'fonts-liberation2',
    'fonts-sil-charis',
    'fonts-sil-gentiumplus',
    'fonts-freefont-ttf',
  ],
};

/** Families and how often a page is printed in them; official papers are set in Times by rule, old ones typewritten. */
export const trainedFamilies: readonly (readonly [weight: number, family: string])[] = [
  [22, 'Tinos'],
  [12, 'Liberation Serif'],
  [7, 'Arimo'],
  [4, 'Liberation Sans'],
  [5, 'Cousine'],
  [4, 'Liberation Mono'],
  [1, 'FreeMono'],
  [2, 'FreeSerif'],
  [2, 'FreeSans'],
  [2, 'Gentium Plus'],
  ...(
    [
      'Noto Sans',
      'Roboto',
      'Open Sans',
      'Roboto Condensed',
      'Roboto Mono',
      'Roboto Slab',
      'Merriweather',
      'Source Serif 4',
      'Source Sans 3',
      'Playfair Display',
      'EB Garamond',
      'Literata',
      'Spectral',
      'Crimson Pro',
      'Montserrat',
      'Inter',
      'Mulish',
      'Lexend',
      'Oswald',
      'JetBrains Mono',
      'Space Mono',
      'Bitter',
      'Sarabun',
      'Nunito',
      'Patrick Hand',
    ] as const
  ).map((family) => [1, family] as const),
];

/** Never trained on: what the measurement is printed in. */
export const heldOutFamilies: readonly (readonly [weight: number, family: string])[] = [
  [4, 'Charis SIL'],
  [4, 'Noto Serif'],
  [2, 'Newsreader'],
  [2, 'Alegreya'],
  [2, 'Lora'],
  [3, 'Be Vietnam Pro'],
  [2, 'IBM Plex Sans'],
  [3, 'Source Code Pro'],
];

export interface Face {
  readonly file: string;
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}
