#!/usr/bin/env bash
# One answer with nothing but curl. Wants EARSHOT (such as http://localhost:8080), EARSHOT_PUBLISHABLE_KEY and QUESTIONNAIRE.
set -euo pipefail

# Made once for each answer and kept until the answer is acknowledged: sent again under it, nothing is stored twice.
id=$(cat /proc/sys/kernel/random/uuid)

curl --silent --show-error --fail --retry 5 --retry-all-errors \
  -X PUT "$EARSHOT/v1/client/responses/$id" \
  -H "Authorization: Bearer $EARSHOT_PUBLISHABLE_KEY" \
  -H "Content-Type: application/json" \
  --data "{
    \"respondent\": \"printer-0042\",
    \"questionnaire\": {\"id\": \"$QUESTIONNAIRE\", \"version\": 1},
    \"sequence\": 1,
    \"status\": \"complete\",
    \"answers\": {\"nps\": 9, \"why\": \"Prints while it still rains\"},
    \"context\": {
      \"earshot.device.type\": \"printer\",
      \"device.manufacturer\": \"Acme\",
      \"device.model.name\": \"LX-80\",
      \"hw.firmware_version\": \"2.4.1\"
    }
  }"
