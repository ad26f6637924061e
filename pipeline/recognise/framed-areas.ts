// Small frames with print in them, as stamps have: on a grey scan nothing else tells a stamp, and the line finder takes
// the frame of a short word for a drawing.
import type { GreyImage } from '../../core/ports.ts';
import type { InkArea } from './red-ink.ts';

/** An area and its picture without the frame. */
export interface FramedArea {
  readonly area: InkArea;
  readonly picture: GreyImage;
}

const ink = 170;
// At 128 dpi: frames of 12 to 75 mm by 5 to 20 mm. Tables are larger, boxes to tick smaller.
const wide = [60, 380] as const;
const high = [25, 100] as const;
/** Share of the columns whose ends the frame must close, above and below. */
const closed = 0.85;

/** Framed print in the rows above `bottom` of a page of about 1,500 pixels, from the top. */
export function framedAreas(page: GreyImage, bottom: number): FramedArea[] {
  const height = Math.min(page.height, bottom);
  const labels = new Int32Array(page.width * height);
  const frames: Part[] = [];
  for (let start = 0, label = 1; start < labels.length; start++) {
    if (labels[start] !== 0 || page.data[start]! >= ink) continue;
    const part = flood({ page, height, labels }, start, label++);
    if (isFrame(part, labels, page.width)) frames.push(part);
  }
  const outer = frames.filter((frame) => !frames.some((other) => other !== frame && holds(other, frame)));
  return outer.map((frame) => ({
    area: areaOf(frame),
    picture: withoutFrames(page, frame, { frames, labels }),
  }));
}

interface Part {
  readonly label: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Labelling {
  readonly page: GreyImage;
  readonly height: number;
  readonly labels: Int32Array;
}

/** Everything that touches the pixel, corners too. */
function flood({ page, height, labels }: Labelling, start: number, label: number): Part {
  const { width, data } = page;
  const part = { label, left: width, top: height, right: 0, bottom: 0 };
  const stack = [start];
  labels[start] = label;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x);
    part.top = Math.min(part.top, y);
    part.bottom = Math.max(part.bottom, y);
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx;
        if (labels[next] !== 0 || data[next]! >= ink) continue;
        labels[next] = label;
        stack.push(next);
      }
  }
  return part;
}

/** Of a stamp's size, and closed above and below; an askew frame's sides reach into the picture. */
function isFrame(part: Part, labels: Int32Array, width: number): boolean {
  const [across, down] = [part.right - part.left + 1, part.bottom - part.top + 1];
  if (across < wide[0] || across > wide[1] || down < high[0] || down > high[1] || across < 1.2 * down)
    return false;
  const third = Math.ceil(down / 3);
  let [above, below] = [0, 0];
  for (let x = part.left; x <= part.right; x++) {
    if (anyIn(x, part.top, part.top + third)) above++;
    if (anyIn(x, part.bottom - third, part.bottom)) below++;
  }
  return above >= closed * across && below >= closed * across;

  function anyIn(x: number, from: number, to: number): boolean {
    for (let y = from; y <= to; y++) if (labels[y * width + x] === part.label) return true;
    return false;
  }
}

const holds = (outer: Part, inner: Part): boolean =>
  outer.left <= inner.left &&
  outer.right >= inner.right &&
  outer.top <= inner.top &&
  outer.bottom >= inner.bottom;

const areaOf = ({ left, top, right, bottom }: Part): InkArea => ({
  left,
  top,
  width: right - left + 1,
  height: bottom - top + 1,
});

/** The area with the frame and those inside it painted white. */
function withoutFrames(
  page: GreyImage,
  outer: Part,
  { frames, labels }: { frames: readonly Part[]; labels: Int32Array },
): GreyImage {
  const own = new Set(frames.filter((frame) => holds(outer, frame)).map(({ label }) => label));
  const { width, height } = areaOf(outer);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (outer.top + y) * page.width + outer.left + x;
      data[y * width + x] = isNearFrame(at) ? 255 : page.data[at]!;
    }
  return { width, height, data };

  /** The grey rim of a line belongs to it. */
  function isNearFrame(at: number): boolean {
    return (
      own.has(labels[at] ?? 0) ||
      own.has(labels[at - 1] ?? 0) ||
      own.has(labels[at + 1] ?? 0) ||
      own.has(labels[at - page.width] ?? 0) ||
      own.has(labels[at + page.width] ?? 0)
    );
  }
}
