using PolicyLint.Configuration;
using PolicyLint.Rules;
using PolicyLint.Tests.Pipeline;

namespace PolicyLint.Tests.Configuration;

/// <summary>Configurations that are right and wrong, for the reader and for the schema.</summary>
internal static class ConfigurationCases
{
    /// <summary>The rules that a configuration may speak of here, besides the grammar's.</summary>
    public static Rule[] Rules { get; } =
    [
        Made.OnStatements(Made.Descriptor("PL1900", "too-wide")),
        Made.OnStatements(Made.Descriptor("PL1901", "guardrail", profile: RuleProfile.Hardened)),
    ];

    /// <summary>Each uses something that no other does.</summary>
    public static string[] Valid { get; } =
    [
        "{}",
        """{ "$schema": "policylint.schema.json" }""",
        """{ "profile": "hardened", "failOn": "never" }""",
        """{ "profile": "access-analyzer", "failOn": "suggestion" }""",
        """{ "catalog": "aws.bin" }""",
        """{ "catalog": "data/2026/aws..bin" }""",
        """{ "accounts": {} }""",
        """{ "accounts": { "home": "111122223333" } }""",
        """{ "severities": { "PL1900": "error", "guardrail": "suggestion", "sagemaker": "off", "pl0105": "warning" } }""",
        """{ "files": [] }""",
        """{ "files": [ { "glob": "scps/**", "type": "scp" }, { "glob": "*.tmp.json", "exclude": true }, { "glob": "a/b.json", "profile": "default", "exclude": false } ] }""",
        """{ "files": [ { "glob": "trust/", "type": "trust", "resourceType": "AWS::IAM::AssumeRolePolicyDocument" } ] }""",
        """{ "files": [ { "glob": "./buckets/?.json", "type": "resource", "resourceType": "AWS::S3::Bucket" }, { "glob": "**/x", "resourceType": "AWS::DynamoDB::Table" } ] }""",
        """{ "suppressions": [ { "rule": "PL1900", "reason": "known" } ] }""",
        """{ "suppressions": [ { "rule": "too-wide", "file": "a/*.json", "policy": "aws_iam_*", "sid": "One", "value": "s3:*", "reason": "known", "expires": "2030-02-28" } ] }""",
        """{ "suppressions": [ { "rule": "ACME0001", "pointer": "/Statement/0", "reason": "known" } ], "customRules": [ { "id": "ACME0001", "name": "mine", "message": "Mine", "actions": ["s3:*"] } ] }""",
        """{ "customRules": [ { "id": "A0001", "name": "a-1", "message": "M", "severity": "suggestion", "effect": "Deny", "types": ["identity", "scp"], "resources": ["*"] } ] }""",
        """{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "types": [], "principals": { "anyOf": ["*"], "allOf": ["111122223333"], "noneOf": ["sagemaker.amazonaws.com"], "beyond": ["arn:*"] } } ] }""",
        """{ "customRules": [ { "id": "PLX0001", "name": "a", "message": "M", "conditions": { "noneOf": ["aws:SourceVpce", "aws:ResourceTag/"] }, "why": "W", "remedy": "R", "helpUri": "https://example.com/a" } ] }""",
    ];

    /// <summary>With the place of the problem marked, and whether the schema sees it too.</summary>
    public static (string Markup, string Message, bool SchemaSees)[] Broken { get; } =
    [
        ("[|[]|]", "a configuration must be an object, not a list", true),
        ("[|\"hardened\"|]", "a configuration must be an object, not a string", true),
        ("""{ [|"profle"|]: "hardened" }""", "unknown key `profle`; did you mean `profile`?", true),
        ("""{ [|"extends"|]: "../policylint.json" }""", "unknown key `extends`", true),
        ("""{ "profile": "default", [|"profile"|]: "hardened" }""", "the key `profile` stands here twice", false),
        ("""{ "profile": [|"strict"|] }""", "`profile`: `strict` is none of default, hardened, access-analyzer", true),
        ("""{ "profile": [|"Hardened"|] }""", "`profile`: `Hardened` is none of default, hardened, access-analyzer; did you mean `hardened`?", true),
        ("""{ "profile": [|true|] }""", "`profile` must be a string, not true", true),
        ("""{ "profile": [|null|] }""", "`profile` must be a string, not null", true),
        ("""{ "$schema": [|""|] }""", "`$schema` is empty", true),
        ("""{ "failOn": [|"errors"|] }""", "`failOn`: `errors` is none of error, warning, suggestion, never; did you mean `error`?", true),
        ("""{ "failOn": [|1|] }""", "`failOn` must be a string, not a number", true),
        ("""{ "catalog": [|"../aws.bin"|] }""", "`catalog`: `../aws.bin` is no file in the folder of the configuration or below it", true),
        ("""{ "catalog": [|"a/../../aws.bin"|] }""", "`catalog`: `a/../../aws.bin` is no file in the folder of the configuration or below it", true),
        ("""{ "catalog": [|"/aws.bin"|] }""", "`catalog`: `/aws.bin` is no file in the folder of the configuration or below it", true),
        ("""{ "catalog": [|"C:aws.bin"|] }""", "`catalog`: `C:aws.bin` is no file in the folder of the configuration or below it", true),
        ("""{ "catalog": [|"data/"|] }""", "`catalog`: `data/` is no file in the folder of the configuration or below it", true),
        ("""{ "catalog": [|""|] }""", "`catalog` is empty", true),
        ("""{ "catalog": [|[]|] }""", "`catalog` must be a string, not a list", true),
        ("""{ "accounts": [|[]|] }""", "`accounts` must be an object, not a list", true),
        ("""{ "accounts": { "home": [|"1111"|] } }""", "`home`: `1111` is no account, which has 12 digits", true),
        ("""{ "accounts": { "home": [|111122223333|] } }""", "`home` must be a string, not a number", true),
        ("""{ "accounts": { [|"hom"|]: "111122223333" } }""", "unknown key `hom`; did you mean `home`?", true),
        ("""{ "severities": { "PL1900": [|"fatal"|] } }""", "`PL1900`: `fatal` is none of error, warning, suggestion, off", true),
        ("""{ "severities": { "PL1900": [|false|] } }""", "`PL1900` must be a string, not false", true),
        ("""{ "severities": { [|"too-wise"|]: "off" } }""", "no rule or category is called `too-wise`; did you mean `too-wide`?", false),
        ("""{ "severities": { [|"sagemakr"|]: "off" } }""", "no rule or category is called `sagemakr`; did you mean `sagemaker`?", false),
        ("""{ "severities": { [|"rule-failed"|]: "off" } }""", "PL0001 rule-failed says that a check is incomplete: it can be neither changed nor suppressed", false),
        ("""{ "files": [|{}|] }""", "`files` must be a list, not an object", true),
        ("""{ "files": [ [|"a.json"|] ] }""", "an entry of `files` must be an object, not a string", true),
        ("""{ "files": [ [|{ "type": "scp" }|] ] }""", "an entry of `files` needs a `glob`", true),
        ("""{ "files": [ { "glob": [|""|] } ] }""", "`glob` is empty", true),
        ("""{ "files": [ { "glob": [|"scps\\*"|] } ] }""", "`glob`: `scps\\*` has a `\\`: folders are parted by `/` on every system", true),
        ("""{ "files": [ { "glob": [|"../other/*"|] } ] }""", "`glob`: `../other/*` leads out of the folder of the configuration", true),
        ("""{ "files": [ { "glob": [|"/etc/*"|] } ] }""", "`glob`: `/etc/*` leads out of the folder of the configuration", true),
        ("""{ "files": [ { "glob": [|"c:/x.json"|] } ] }""", "`glob`: `c:/x.json` leads out of the folder of the configuration", true),
        ("""{ "files": [ { "glob": [|"./"|] } ] }""", "`glob`: `./` names no file", true),
        ("""{ "files": [ { "glob": "a", "type": [|"identty"|] } ] }""", "`type`: `identty` is none of identity, resource, trust, scp, rcp, boundary, vpc-endpoint; did you mean `identity`?", true),
        ("""{ "files": [ { "glob": "a", "type": "identity", "resourceType": [|"AWS::S3::Bucket"|] } ] }""", "`resourceType`: policies of AWS::S3::Bucket are of type resource, not identity", true),
        ("""{ "files": [ { "glob": "a", "type": "resource", "resourceType": [|"AWS::IAM::AssumeRolePolicyDocument"|] } ] }""", "`resourceType`: policies of AWS::IAM::AssumeRolePolicyDocument are of type trust, not resource", true),
        ("""{ "files": [ { "glob": "a", "exclude": [|"yes"|] } ] }""", "`exclude` must be true or false, not a string", true),
        ("""{ "files": [ { "glob": "a", [|"exlude"|]: true } ] }""", "unknown key `exlude`; did you mean `exclude`?", true),
        ("""{ "suppressions": [ [|{ "reason": "known" }|] ] }""", "a suppression needs a `rule`", true),
        ("""{ "suppressions": [ [|{ "rule": "PL1900" }|] ] }""", "a suppression needs a `reason`", true),
        ("""{ "suppressions": [ { "rule": "PL1900", "reason": [|" "|] } ] }""", "`reason` is empty", true),
        ("""{ "suppressions": [ { "rule": [|"PL19OO"|], "reason": "known" } ] }""", "no rule is called `PL19OO`; did you mean `PL1900`?", false),
        ("""{ "suppressions": [ { "rule": [|"PL0001"|], "reason": "known" } ] }""", "PL0001 rule-failed says that a check is incomplete: it can be neither changed nor suppressed", false),
        ("""{ "suppressions": [ { "rule": "PL1900", "reason": "r", "sid": "A", "pointer": [|"/Statement/0"|] } ] }""", "`pointer` and `sid` both tell the statement: give one of them", true),
        ("""{ "suppressions": [ { "rule": "PL1900", "reason": "r", "pointer": [|"Statement/0"|] } ] }""", "`pointer` must start with `/`, as in `/Statement/0/Action`", true),
        ("""{ "suppressions": [ { "rule": "PL1900", "reason": "r", "file": [|"..\\a"|] } ] }""", "`file`: `..\\a` has a `\\`: folders are parted by `/` on every system", true),
        ("""{ "suppressions": [ { "rule": "PL1900", "reason": "r", "expires": [|"31.12.2030"|] } ] }""", "`expires`: `31.12.2030` is no day, such as `2030-12-31`", true),
        ("""{ "suppressions": [ { "rule": "PL1900", "reason": "r", "expires": [|"2030-02-30"|] } ] }""", "`expires`: `2030-02-30` is no day, such as `2030-12-31`", false),
        ("""{ "customRules": [ [|{ "name": "a", "message": "M", "actions": ["s3:*"] }|] ] }""", "a custom rule needs a `id`", true),
        ("""{ "customRules": [ { "id": [|"PL9001"|], "name": "a", "message": "M", "actions": ["s3:*"] } ] }""", "`id`: `PL9001` is not capital letters of your own, other than `PL`, and four digits, such as `ACME0001`", true),
        ("""{ "customRules": [ { "id": [|"acme0001"|], "name": "a", "message": "M", "actions": ["s3:*"] } ] }""", "`id`: `acme0001` is not capital letters of your own, other than `PL`, and four digits, such as `ACME0001`", true),
        ("""{ "customRules": [ { "id": "A0001", "name": [|"No Buckets"|], "message": "M", "actions": ["s3:*"] } ] }""", "`name`: `No Buckets` is not small letters, digits and hyphens, such as `no-public-bucket`", true),
        ("""{ "customRules": [ { "id": "A0001", "name": [|"too-wide"|], "message": "M", "actions": ["s3:*"] } ] }""", "another rule is called `too-wide`", false),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": ["s3:*"] }, { "id": [|"A0001"|], "name": "b", "message": "M", "actions": ["s3:*"] } ] }""", "another rule is called `A0001`", false),
        ("""{ "customRules": [ [|{ "id": "A0001", "name": "a", "message": "M" }|] ] }""", "a custom rule needs one of `actions`, `resources`, `principals`, `conditions`", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "severity": [|"off"|], "actions": ["s3:*"] } ] }""", "`severity`: `off` is none of error, warning, suggestion", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "effect": [|"allow"|], "actions": ["s3:*"] } ] }""", "`effect`: `allow` is none of Allow, Deny; did you mean `Allow`?", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "types": [ [|"user"|] ], "actions": ["s3:*"] } ] }""", "`types[]`: `user` is none of identity, resource, trust, scp, rcp, boundary, vpc-endpoint", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": [|"s3:*"|] } ] }""", "`actions` must be a list of strings or an object, not a string", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": [|[]|] } ] }""", "`actions` is empty", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": [|{}|] } ] }""", "`actions` needs one of `anyOf`, `allOf`, `noneOf`, `beyond`", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "conditions": { [|"beyond"|]: ["aws:SourceVpce"] } } ] }""", "unknown key `beyond`", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": { [|"anOf"|]: ["s3:*"] } } ] }""", "unknown key `anOf`; did you mean `anyOf`?", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": [ [|7|] ] } ] }""", "`actions[]` must be a string, not a number", true),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": [ "s3:Get*", [|"s3:GetObjct"|] ] } ] }""", "`s3:GetObjct` is no action of the catalogue of {date}; did you mean `s3:GetObject`?", false),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "actions": [ [|"nosuchservice:*"|] ] } ] }""", "`nosuchservice:*` is no action of the catalogue of {date}", false),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "resources": [ [|"my-bucket"|] ] } ] }""", "`my-bucket` is neither `*` nor an ARN", false),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "conditions": [ [|"aws:SourceVpcee"|] ] } ] }""", "`aws:SourceVpcee` is no condition key of the catalogue of {date}", false),
        ("""{ "customRules": [ { "id": "A0001", "name": "a", "message": "M", "helpUri": [|"http://example.com"|], "actions": ["s3:*"] } ] }""", "`helpUri` must start with `https://`", true),
    ];

    public static LintConfiguration Read(string text) => LintConfiguration.Parse(SourceText.From(text, "policylint.json"), Rules);
}
