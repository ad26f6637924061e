// Pictures inside a report: their bytes stand in the file itself, nothing is fetched.
import type { SmallPicture } from '../../pipeline/pictures/page-pictures.ts';
import { type Html, html } from './html.ts';

export const dataUri = ({ bytes, mediaType }: SmallPicture): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

/** Size is stated, so that nothing jumps; decoded with the page, so that printing waits for it. */
export const image = (picture: SmallPicture, { alt, className }: { alt: string; className: string }): Html =>
  html`<img class="${className}" src="${dataUri(picture)}" width="${picture.width}" height="${picture.height}" alt="${alt}">`;
