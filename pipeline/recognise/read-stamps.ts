// Reads stamps of secrecy and of copies: red ones, which the reader's copy leaves out, and framed ones of any colour,
// which the line finder takes for drawings.
import type { Box, Line } from '../../core/model.ts';
import type { FoundLine, GreyImage } from '../../core/ports.ts';
import { cropGrey, type RgbImage, scaleGrey } from '../clean/raster.ts';
import { framedAreas } from './framed-areas.ts';
import { readOnce, type TextReaders } from './read-text.ts';
import { type InkArea, redInk, stampAreas } from './red-ink.ts';

// 128 dpi on A4: the letters of a stamp (4 mm and more) are 20 pixels high, enough to be read once enlarged.
export const stampSide = 1500;
const enlarged = 2;
/** A page has few stamps; red patterns break into many pieces, and the first of them are the highest on the page. */
const mostAreas = 8;
/** Where framed print of no colour is looked for: markings stand in the head, and forms have frames of their own. */
const headEnds = 0.45;

/** An upright page twice, both of about `stampSide`. */
export interface StampedPage {
  readonly colour: RgbImage;
  /** All ink, flattened. */
  readonly ink: GreyImage;
}

/**
 * Lines of red print, and of framed print in the head, boxes as fractions of the page. What is red and framed comes
 * once. Read area by area.
 */
export async function readStamps(
  { colour, ink }: StampedPage,
  readers: TextReaders,
  signal?: AbortSignal,
): Promise<Line[]> {
  const red = redInk(colour);
  const inRed = stampAreas(red).slice(0, mostAreas);
  const framed = framedAreas(ink, Math.round(ink.height * headEnds)).filter(
    ({ area }) => !inRed.some((other) => overlap(share(area, ink), share(other, red))),
  );
  const parts = [
    ...inRed.map((area) => ({ picture: cropGrey(red, area), box: share(area, red), colour: 1 })),
    ...framed.slice(0, mostAreas).map(({ area, picture }) => ({ picture, box: share(area, ink), colour: 0 })),
  ];
  const lines: Line[] = [];
  for (const { picture, box, colour: share } of parts) {
    const large = await scaleGrey(picture, enlarged);
    const read = await readOnce(large, lineFinderOf(large, readers), signal);
    lines.push(...read.map((line) => onPage(line, box, share)));
  }
  return lines;
}

const share = ({ left, top, width, height }: InkArea, page: GreyImage): Box => [
  left / page.width,
  top / page.height,
  width / page.width,
  height / page.height,
];

const overlap = (one: Box, other: Box): boolean =>
  one[0] < other[0] + other[2] &&
  other[0] < one[0] + one[2] &&
  one[1] < other[1] + other[3] &&
  other[1] < one[1] + one[3];

/** The finder, and where it sees nothing the area as one line: a frame drawn close round the letters hides them from it. */
function lineFinderOf(picture: GreyImage, readers: TextReaders): TextReaders {
  const { width, height } = picture;
  const whole: FoundLine = {
    corners: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
    score: 1,
  };
  const find = async (page: GreyImage) => {
    const found = await readers.finder.find(page);
    return found.length > 0 ? found : [whole];
  };
  return { ...readers, finder: { find, close: () => readers.finder.close() } };
}

function onPage(line: Line, [left, top, wide, high]: Box, colour: number): Line {
  const moved = ([x, y, width, height]: Box): Box => [
    left + x * wide,
    top + y * high,
    width * wide,
    height * high,
  ];
  return {
    ...line,
    box: moved(line.box),
    words: line.words.map((word) => ({ ...word, box: moved(word.box), colour })),
    height: line.height * high,
    colour,
  };
}
