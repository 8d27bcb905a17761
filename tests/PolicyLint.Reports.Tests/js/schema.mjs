// Holds a SARIF log to the schema that the official tool brings.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const schema = JSON.parse(readFileSync("node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json", "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(schema);
const isValid = validate(JSON.parse(readFileSync(process.argv[2], "utf8")));
process.stdout.write(isValid ? "valid\n" : `${JSON.stringify(validate.errors, null, 2)}\n`);
