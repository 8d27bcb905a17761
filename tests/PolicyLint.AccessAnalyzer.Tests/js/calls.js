// Makes the calls that stand on standard input, [{ operation, input }], with AWS's own client, one after the other.
// The address is the first argument; credentials and region come from the environment, as for any program.
import * as sdk from "@aws-sdk/client-accessanalyzer";
import { readFileSync } from "node:fs";

const client = new sdk.AccessAnalyzerClient({ endpoint: process.argv[2], maxAttempts: 1 });
for (const { operation, input } of JSON.parse(readFileSync(0, "utf8"))) {
  const answer = await client.send(new sdk[`${operation}Command`](input));
  delete answer.$metadata;
  console.log(JSON.stringify(answer));
}
