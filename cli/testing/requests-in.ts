// Everything in a page that could ask for something outside the file: addresses, imports of styles, calls of scripts.

export function requestsIn(html: string): string[] {
  const plain = html.replace(/data:image\/(jpeg|png);base64,[\w+/=]+/g, 'data:');
  const addresses = [
    ...plain.matchAll(
      /\s(?:src|href|srcset|poster|action|formaction|data|xlink:href)\s*=\s*["']?([^"'\s>]*)/gi,
    ),
    ...plain.matchAll(/\burl\(\s*["']?([^)"']*)/gi),
  ].flatMap(([, address = '']) => (/^(data:|#)/.test(address) || address === '' ? [] : [address]));
  const calls = plain.match(
    /@import\b|\b(?:fetch|importScripts|sendBeacon|WebSocket|XMLHttpRequest|EventSource|SharedWorker|Worker|import)\s*\(/g,
  );
  return [...addresses, ...(calls ?? [])];
}
