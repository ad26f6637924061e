// The one door to sharp: whoever decodes or encodes a picture imports it from here. It opens JPEG, PNG and TIFF only.
import sharp from 'sharp';

export type { Metadata, Sharp, SharpInput } from 'sharp';

// libvips chooses a loader by the bytes: an SVG, GIF, PDF or WebP that came this far would be opened by decoders that
// nobody here needs (librsvg, cgif, libwebp, …). Blocked once for the whole process.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadTiff'] });

// Pages are worked on by as many processes as there are cores: one thread each, and nothing kept from page to page.
sharp.concurrency(1);
sharp.cache(false);

export default sharp;
