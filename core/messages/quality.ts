// Messages about a scan as a scan: what is wrong with the page and what the clerk does. `rescan.*` must be scanned again.
import type { MessageTable } from './index.ts';

/** What is seen, and what to do at the scanner; the same whether it is advice or an order. */
const faults: MessageTable = {
  'too-dark': ['ảnh quá tối – {again}, tăng độ sáng', 'the picture is too dark – {again}, make it brighter'],
  'too-light': [
    'chữ quá nhạt, ảnh quá sáng – {again}, giảm độ sáng',
    'print is too faint, the picture too light – {again}, make it darker',
  ],
  'low-contrast': [
    'chữ không nổi trên nền giấy – {again}, tăng độ tương phản',
    'print hardly stands out from the paper – {again}, raise the contrast',
  ],
  blurred: [
    'ảnh bị mờ, nhòe – {again}, giữ giấy nằm yên và phẳng, lau mặt kính',
    'the picture is blurred – {again}, keep the sheet still and flat, wipe the glass',
  ],
  'low-resolution': [
    'độ phân giải quá thấp – {again} ở 200 dpi trở lên',
    'the resolution is too low – {again} at 200 dpi or more',
  ],
  crooked: [
    'dòng chữ cong hoặc xiên, không nắn thẳng được – vuốt phẳng giấy rồi {again}',
    'lines are bent or slope differently – flatten the sheet and {again}',
  ],
};

/** The same fault as advice (`quality.`) and as an order (`rescan.`). */
const graded: MessageTable = Object.fromEntries(
  Object.entries(faults).flatMap(([name, [vi, en]]) => [
    [
      `quality.${name}`,
      [vi.replace('{again}', 'nên quét lại'), en.replace('{again}', 'better scan it again')],
    ],
    [`rescan.${name}`, [vi.replace('{again}', 'phải quét lại'), en.replace('{again}', 'scan it again')]],
  ]),
);

export const qualityMessages: MessageTable = {
  ...graded,
  'rescan.cut-off': [
    'chữ bị cắt ở mép ảnh – phải quét lại, đặt giấy lọt hẳn trong vùng quét',
    'print is cut off at the edge – scan it again with the whole sheet inside the scanning area',
  ],
  'quality.askew': [
    'giấy đặt lệch nhiều – đã nắn thẳng; lần sau đặt giấy sát cạnh kính',
    'the sheet lay far askew – it was straightened; next time lay it along the edge of the glass',
  ],
  'quality.shadow': [
    'có bóng tối đè lên chữ – nên quét lại, đậy kín nắp máy',
    'a deep shadow lies over the text – better scan it again with the lid closed',
  ],
  'quality.glare': [
    'có vệt lóa trên giấy – nên quét lại, tháo bìa bóng hoặc tránh đèn chiếu thẳng',
    'glare on the sheet – better scan it again without its glossy cover or away from the lamp',
  ],
  'quality.finger': [
    'có ngón tay che vào ảnh – nên quét lại, bỏ tay ra khỏi mặt kính',
    'a finger is in the picture – better scan it again with hands off the glass',
  ],
  'quality.folded-corner': [
    'góc giấy bị gập – mở phẳng góc giấy, nếu che chữ thì quét lại',
    'a corner of the sheet is folded – open it, and scan again if it hides text',
  ],
  'quality.streak': [
    'có vệt thẳng chạy suốt trang – lau kính và khe nạp giấy của máy quét',
    "a line runs through the whole page – wipe the scanner's glass and feeder slit",
  ],
  'quality.double-feed': [
    'ảnh dài hơn mọi khổ giấy, có thể máy kéo hai tờ một lúc – kiểm tra số tờ rồi quét lại',
    'the picture is longer than any sheet, two may have gone through at once – count the sheets and scan again',
  ],
};
