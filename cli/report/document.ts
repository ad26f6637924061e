// The frame of a report: one HTML file that needs nothing else and may ask for nothing, least of all the network.
import { createHash } from 'node:crypto';
import type { Language } from '../../core/messages/index.ts';
import { Html, html } from './html.ts';

export interface ReportParts {
  readonly lang: Language;
  readonly title: string;
  readonly body: Html;
  readonly css: string;
  /** Plain script; the report reads without it. */
  readonly script: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** No source but the file itself; our own style and script by their hashes, so that nothing else would run. */
export function reportDocument({ lang, title, body, css, script }: ReportParts): string {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(css)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(css)}</style>
</head>
<body>
${body}
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}
