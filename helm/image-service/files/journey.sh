#!/bin/sh
# The whole journey of one image: upload, READY, fetch, confirm, delete. BASE is the service's address, TOKEN a
# bearer token (may be empty). Ends with 0 only if every step did what it should.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $1" >&2; [ ! -s "$work/body" ] || head -c 2000 "$work/body" >&2; exit 1; }

# call EXPECTED-STATUS METHOD PATH [curl arguments]: the answer's body is left in $work/body
call() {
  want=$1 method=$2 path=$3
  shift 3
  : >"$work/body"
  [ -z "${TOKEN:-}" ] || set -- -H "Authorization: Bearer $TOKEN" "$@"
  got=$(curl -sS --max-time 60 -o "$work/body" -w '%{http_code}' -X "$method" "$@" "$BASE$path") || fail "$method $path: no answer"
  [ "$got" = "$want" ] || fail "$method $path: $got instead of $want"
}
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" "$work/body" | head -n 1; }

base64 -d >"$work/red.png" <<PNG
iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAARElEQVR42u3PQQkAAAgEsItiBPsnMJYV/AqDFVim+rUICAgICAgICAgICAgICAgICAgICAgI
CAgICAgICAgICAgICFwtL6AgxJIE2hMAAAAASUVORK5CYII=
PNG
reference=journey-$(date +%s)-$$

call 202 POST /api/v1/images -F "file=@$work/red.png;type=image/png" -F category=POST -F "referenceId=$reference"
id=$(field id)
[ -n "$id" ] || fail "the upload's answer names no id"
echo "uploaded $id"

tries=0
until call 200 GET "/api/v1/images/$id/status" && [ "$(field status)" = READY ]; do
  [ "$(field status)" != FAILED ] || fail "the image is FAILED"
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || fail "not READY after 60 s"
  sleep 1
done
echo "ready"

for rendition in main 100x100 300x300 1200x1200; do
  call 200 GET "/api/v1/images/$id/content?rendition=$rendition"
  [ -s "$work/body" ] || fail "rendition $rendition is empty"
done
echo "fetched"

call 200 POST "/api/v1/images/confirm/$reference?imageId=$id"
call 200 GET "/api/v1/references/POST/$reference/images"
grep -q "$id" "$work/body" || fail "the confirmed image is not in its set"
echo "confirmed"

call 202 DELETE "/api/v1/images/$id"
call 404 GET "/api/v1/images/$id/status"
echo "deleted"
