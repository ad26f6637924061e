#!/usr/bin/env bash
# Fetches the independent judges of the tests into .cache/ (not in git): veraPDF by Maven, pyHanko by pip.
# Needs java and mvn, python3 with venv; poppler-utils and qpdf come from the system's packages.
# Run again at will: what is there stays. A judge whose tools are missing is skipped and named.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="$(cd "$here/../.." && pwd)/.cache"
mkdir -p "$cache"

verapdf() {
  compgen -G "$cache/verapdf/validation-model-*.jar" >/dev/null && return
  if ! command -v java >/dev/null || ! command -v mvn >/dev/null; then
    echo "veraPDF skipped: java and mvn are needed" >&2
    return
  fi
  rm -rf "$cache/verapdf.new"
  mvn -q -B -f "$here/verapdf/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$cache/verapdf.new"
  rm -rf "$cache/verapdf"
  mv "$cache/verapdf.new" "$cache/verapdf"
}

pyhanko() {
  [ -x "$cache/pyhanko/bin/pyhanko" ] && return
  if ! python3 -m venv --help >/dev/null 2>&1; then
    echo "pyHanko skipped: python3 with venv is needed" >&2
    return
  fi
  rm -rf "$cache/pyhanko"
  python3 -m venv "$cache/pyhanko"
  "$cache/pyhanko/bin/pip" install -q --disable-pip-version-check -r "$here/pyhanko-requirements.txt"
}

verapdf
pyhanko
for program in pdftotext pdfsig pdftoppm qpdf; do
  command -v "$program" >/dev/null || echo "$program is missing: install poppler-utils and qpdf" >&2
done
