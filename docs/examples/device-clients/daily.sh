#!/usr/bin/env bash
# A device that collects answers all day and goes online once. Wants EARSHOT, EARSHOT_PUBLISHABLE_KEY, QUESTIONNAIRE and
# OUTBOX, a folder that survives a power cut.
#   daily.sh keep 9     keeps an answer; no network is needed
#   daily.sh send       sends what is kept, in one call, and forgets what was acknowledged
set -euo pipefail
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
mkdir -p "$OUTBOX"

case "$1" in
  keep)
    id=$(cat /proc/sys/kernel/random/uuid)
    printf '{"kind":"response","id":"%s","respondent":"kiosk-7-%s","questionnaire":{"id":"%s","version":1},"sequence":1,"status":"complete","answers":{"nps":%d},"occurredAt":"%s","context":{"earshot.device.type":"kiosk"}}' \
      "$id" "$id" "$QUESTIONNAIRE" "$2" "$(now)" > "$OUTBOX/$id.part"
    # In one step, so that a power cut leaves no half of an answer.
    mv "$OUTBOX/$id.part" "$OUTBOX/$id.json"
    ;;
  send)
    kept=$(find "$OUTBOX" -name '*.json' | sort | head -n 1000)
    [ -n "$kept" ] || exit 0
    # sentAt lets the service take the error of the device's clock off occurredAt.
    { printf '{"sentAt":"%s","items":[' "$(now)"; echo "$kept" | xargs -n 1 sh -c 'cat "$0"; echo' | paste -sd, -; printf ']}'; } |
      curl --silent --show-error --fail --retry 5 --retry-all-errors \
        -X POST "$EARSHOT/v1/client/batches" \
        -H "Authorization: Bearer $EARSHOT_PUBLISHABLE_KEY" \
        -H "Content-Type: application/json" --data-binary @- > "$OUTBOX/answer"
    # 200 says that every item was stored or is kept in quarantine, unless one of them asks to come again (5xx).
    if grep -q '"status":5' "$OUTBOX/answer"; then exit 75; fi
    echo "$kept" | xargs rm --
    ;;
esac
