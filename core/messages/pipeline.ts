// Messages of cleaning, reading, splitting and running: key -> [Vietnamese, English].
import type { MessageTable } from './index.ts';

export const pipelineMessages: MessageTable = {
  'clean.undecodable': ['Không giải mã được hình ảnh của trang', 'The picture of the page cannot be decoded'],
  'clean.undecodable.hint': ['Hãy quét lại trang này', 'Scan this page again'],
  'clean.low-resolution': [
    'Trang {page}: độ phân giải chỉ {dpi} dpi, nên quét lại ở 200 dpi trở lên',
    'Page {page}: only {dpi} dpi, scan again at 200 dpi or more',
  ],
};
