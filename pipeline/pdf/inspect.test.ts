// What a PDF is looked over for before it is opened: size of its streams, objects, depth; what in it is active.
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspectPdf, type PdfLimits } from './inspect.ts';

const limits: PdfLimits = { maxStreamBytes: 4 * 1024 ** 2, maxObjects: 1000, maxNesting: 20 };

type Part = string | Uint8Array;
function joined(...parts: Part[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}
/** A file of these objects, numbered from 1; no cross-reference table, which is not looked at. */
const pdf = (...objects: Part[]): Uint8Array =>
  joined(
    '%PDF-1.7\n',
    ...objects.flatMap((object, i) => [`${i + 1} 0 obj\n`, object, '\nendobj\n']),
    '%%EOF\n',
  );
const stream = (dictionary: string, data: Uint8Array): Uint8Array =>
  joined(`<<${dictionary}/Length ${data.length}>>\nstream\n`, data, '\nendstream');
const inspect = (bytes: Uint8Array) => inspectPdf({ bytes: () => bytes, limits, file: 'a.pdf' });
const activeIn = async (...objects: Part[]) => (await inspect(pdf('<</Type/Catalog>>', ...objects))).active;

/** These dictionaries as objects of an object stream. */
function objectStream(...objects: string[]): Uint8Array {
  let at = 0;
  const head = objects.map((object, i) => {
    const entry = `${i + 10} ${at}`;
    at += object.length + 1;
    return entry;
  });
  const first = `${head.join(' ')} `;
  const text = Buffer.from(`${first}${objects.join(' ')}`, 'latin1');
  const dictionary = `/Type/ObjStm/N ${objects.length}/First ${first.length}/Filter/FlateDecode`;
  return stream(dictionary, deflateSync(text));
}

describe('active content', () => {
  test.each<[string, string, string[]]>([
    ['a script', '<</S/JavaScript/JS(app.alert\\(1\\))>>', ['script']],
    ['a script whose name hides', '<</S/J#61vaScript>>', ['script']],
    ['a script in a field', '<</FT/Tx/AA<</K<</S/JavaScript/JS(x)>>>>>>', ['script', 'opens']],
    ['a program to start', '<</Type/Action/S/Launch/F(cmd.exe)>>', ['launch']],
    ['an embedded file', '<</Type/Filespec/EF<</F 9 0 R>>/F(a.xml)>>', ['embedded']],
    ['a file as annotation', '<</Type/Annot/Subtype/FileAttachment>>', ['embedded']],
    ['a film', '<</Type/Annot/Subtype/RichMedia>>', ['media']],
    ['a form that sends', '<</S/SubmitForm/F(http://x)>>', ['submit']],
    ['a dynamic form', '<</Fields[]/XFA[(template) 3 0 R]>>', ['xfa']],
    ['a script on opening', '<</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>>', ['script', 'opens']],
    ['a page of the web on opening', '<</Type/Catalog/OpenAction<</S/URI/URI(http://x)>>>>', ['opens']],
    ['a page to begin with', '<</Type/Catalog/OpenAction[3 0 R/FitH 0]>>', []],
    ['a view to begin with', '<</Type/Catalog/OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>', []],
    ['a link', '<</Subtype/Link/A<</S/URI/URI(http://x)>>>>', []],
    ['names of it in texts', '<</Title(/JavaScript /JS /Launch <</S/JavaScript>>)/X<2f4a53>>>% /JS\n', []],
    ['nothing', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>', []],
  ])('%s', async (_name, object, found) => {
    expect(await activeIn(object)).toEqual(found);
    expect(await activeIn(objectStream('<</A 1>>', object.replace(/%.*\n/, '')))).toEqual(found);
  });

  test('an action that stands elsewhere is done on opening', async () => {
    expect(await activeIn('<</Type/Catalog/OpenAction 3 0 R>>', '<</S/Launch>>')).toEqual([
      'launch',
      'opens',
    ]);
    expect(await activeIn('<</Type/Catalog/OpenAction 3 0 R>>', '<</S/GoTo>>', '<</S/Launch>>')).toEqual([
      'launch',
    ]);
    expect(await activeIn('<</OpenAction 11 0 R>>', objectStream('<</X 1>>', '<</S/Launch>>'))).toEqual([
      'launch',
      'opens',
    ]);
  });

  test('what only looks like it inside a stream is picture data', async () => {
    const data = Buffer.from('<</S/JavaScript/JS(x)>> endobj 9 0 obj <</S/Launch>>');
    expect(await activeIn(stream('', data), '<</S/SubmitForm>>')).toEqual(['submit']);
    expect(await activeIn(joined('<</Length 99 0 R>>\nstream\n', data, '\nendstream'), '<</XFA 1>>')).toEqual(
      ['xfa'],
    );
  });

  test('all of it, in one order', async () => {
    const all = [
      '<</S/SubmitForm>>',
      '<</EF<<>>>>',
      '<</S/Launch>>',
      '<</JS(x)>>',
      '<</XFA 1>>',
      '<</S/Movie>>',
    ];
    expect(await activeIn(...all)).toEqual(['script', 'launch', 'embedded', 'media', 'submit', 'xfa']);
  });
});

describe('refused', () => {
  const bomb = deflateSync(Buffer.alloc(limits.maxStreamBytes + 1));
  const refused = (code: string, bytes: Uint8Array) =>
    expect(inspect(bytes)).rejects.toMatchObject({ kind: 'input', code, params: { file: 'a.pdf' } });

  test('a stream that unpacks to more than allowed, also packed twice', async () => {
    await refused('intake.stream-too-large', pdf(stream('/Filter/FlateDecode', bomb)));
    await refused('intake.stream-too-large', pdf(stream('/Filter[/FlateDecode]', bomb)));
    await refused('intake.stream-too-large', pdf(stream('/Filter[/Fl/Fl]', deflateSync(bomb))));
    await refused('intake.stream-too-large', pdf(stream('/Type/ObjStm/First 0/Filter/FlateDecode', bomb)));
    const image = '/Subtype/Image/Filter[/FlateDecode/DCTDecode]';
    await refused('intake.stream-too-large', pdf(stream(image, bomb)));
  });

  test('not one within it, a picture (held to its pixels), or one that is broken', async () => {
    const most = deflateSync(Buffer.alloc(limits.maxStreamBytes));
    await inspect(pdf(stream('/Filter/FlateDecode', most)));
    await inspect(pdf(stream('/Subtype/Image/Filter/FlateDecode', bomb)));
    await inspect(pdf(stream('/Filter/FlateDecode', Buffer.alloc(100_000, 7))));
    await inspect(pdf(stream('/Filter/DCTDecode', bomb)));
  });

  test('more objects than allowed, also in object streams', async () => {
    const many = Array.from({ length: 600 }, () => '<<>>');
    await inspect(pdf(...many));
    await refused('intake.too-many-objects', pdf(...many, ...many));
    await refused('intake.too-many-objects', pdf(objectStream(...many), objectStream(...many)));
  });

  test('brackets in brackets', async () => {
    await inspect(pdf('['.repeat(20) + ']'.repeat(20)));
    await refused('intake.too-deep', pdf('['.repeat(21) + ']'.repeat(21)));
    await refused('intake.too-deep', pdf('<</A'.repeat(21)));
    await refused('intake.too-deep', pdf('['.repeat(1_000_000)));
  });

  test('a page tree that is too deep, or a circle', async () => {
    const node = (parent: number) => `<</Type/Pages/Kids[]/Parent ${parent} 0 R>>`;
    await inspect(pdf(...Array.from({ length: 20 }, (_, i) => node(i))));
    await refused('intake.too-deep', pdf(...Array.from({ length: 30 }, (_, i) => node(i))));
    await refused('intake.too-deep', pdf(node(2), node(3), node(1)));
    await refused('intake.too-deep', pdf(node(1)));
  });

  test.each([
    ['nothing', ''],
    ['an object without end', '1 0 obj <</A (text'],
    ['a stream without end', '1 0 obj <</Length 9>> stream\nabc'],
    ['closing brackets alone', ']>>)]>>'],
    ['lone delimiters', '< > / % \\ { } ( \n'],
    ['a negative length', '1 0 obj <</Length -5>> stream\nabc endstream'],
  ])('%s ends without an error of its own', async (_name, text) => {
    expect(await inspect(joined(text))).toEqual({ active: [] });
  });
});
