// Whatever a scan or a file name holds, it comes out as text.
import { describe, expect, test } from 'vitest';
import { reportDocument } from './document.ts';
import { escaped, html } from './html.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg onload=alert(1)>',
  '&lt;b&gt; &amp;',
  '<!-- ',
  ']]>',
  '\u0000\u001b[31m\u0085',
  '`',
];

describe('html', () => {
  test.each(hostile)('%j is text in an element and in an attribute', (text) => {
    const made = html`<p title="${text}">${text}</p>`.text;
    const inside = made.slice('<p title="'.length, -'</p>'.length);
    expect(inside.replace('">', '')).not.toMatch(/[<>"']/);
    expect(made).toMatch(/^<p title="[^"<>]*">[^<>"']*<\/p>$/);
  });

  test.each(hostile.filter((text) => !text.includes('\u0000')))('%j reads back as it was', (text) => {
    const back = escaped(text)
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(back).toBe(text);
  });

  test('HTML inside HTML stays, lists are joined, nothing gives nothing', () => {
    const item = (text: string) => html`<li>${text}</li>`;
    expect(html`<ul>${[item('a'), item('<b>')]}${null}${undefined}${false}${0}</ul>`.text).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li>0</ul>',
    );
  });

  test('a list of texts is escaped too', () => {
    expect(html`${['<a>', ['<b>']]}`.text).toBe('&lt;a&gt;&lt;b&gt;');
  });
});

describe('a report', () => {
  const page = (title: string) =>
    reportDocument({ lang: 'vi', title, body: html`<main></main>`, css: 'a{}', script: 'void 0' });

  test('allows nothing but itself', () => {
    expect(page('x')).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-[\w+/=]+&#39;; script-src &#39;sha256-[\w+/=]+&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"/,
    );
  });

  test.each(hostile)('has one script whatever its title is: %j', (title) => {
    expect(page(title).match(/<script/g)).toHaveLength(1);
    expect(page(title).match(/<\/title>/g)).toHaveLength(1);
  });
});
