using System.Text.Json.Nodes;

namespace PolicyLint.Tests.Parsing.Oracles;

/// <summary>Valid documents of each type, and ways to change their structure, some harmless and most not.</summary>
internal static class StructuralMutations
{
    public const string None = "none";

    public static IReadOnlyList<(PolicyType Type, string Text)> ValidDocuments { get; } =
    [
        (PolicyType.Identity, """{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::bucket","arn:aws:s3:::bucket/*"]}]}"""),
        (PolicyType.Identity, """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:GetUser","NotResource":"arn:aws:iam::111122223333:user/x","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}},{"Sid":"B","Effect":"Allow","Action":"*","Resource":"*"}]}"""),
        (PolicyType.Boundary, """{"Version":"2012-10-17","Statement":[{"Sid":"Most","Effect":"Allow","Action":["s3:*","sagemaker:*"],"Resource":"*"}]}"""),
        (PolicyType.Scp, """{"Version":"2012-10-17","Statement":[{"Sid":"Regions","Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1"]}}}]}"""),
        (PolicyType.Resource, """{"Version":"2012-10-17","Id":"bucket","Statement":[{"Sid":"tls only","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::bucket/*","Condition":{"Bool":{"aws:SecureTransport":false}}}]}"""),
        (PolicyType.Resource, """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["111122223333"],"Service":"lambda.amazonaws.com"},"Action":["ecr:BatchGetImage"]}]}"""),
        (PolicyType.VpcEndpoint, """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"""),
        (PolicyType.Trust, """{"Version":"2012-10-17","Statement":[{"Sid":"Ec2","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""),
        (PolicyType.Trust, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":["sts:AssumeRoleWithWebIdentity"],"Condition":{"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"unauthenticated"}}}]}"""),
        (PolicyType.Rcp, """{"Version":"2012-10-17","Statement":[{"Sid":"Org","Effect":"Deny","Principal":"*","Action":["s3:*","sts:AssumeRole"],"Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}}]}"""),
        (PolicyType.Rcp, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"""),
    ];

    /// <summary>Each change by its name; null where it does not go with the document.</summary>
    public static IReadOnlyList<(string Name, Func<JsonObject, string?> Apply)> All { get; } =
    [
        (None, document => document.ToJsonString()),
        .. OfDocument("Version", "null", "\"2008-10-17\"", "\"2012-10-18\"", "20121017", "[\"2012-10-17\"]"),
        .. OfDocument("Id", "\"x\"", "7", "null", "\"\\u4e2d\""),
        .. OfDocument("version", "\"2012-10-17\""),
        .. OfDocument("Conditions", "{}"),
        .. OfDocument("Statement", "[]", "{}", "\"x\"", "null", "[{}]", "[\"x\"]", "[[]]"),
        ("Version removed", document => document.Remove("Version") ? document.ToJsonString() : null),
        ("Statement removed", document => document.Remove("Statement") ? document.ToJsonString() : null),
        ("Statement out of its list", document => Set(document, "Statement", First(document).ToJsonString())),
        ("Statement repeated", document => Set(document, "Statement", $"[{First(document).ToJsonString()},{First(document).ToJsonString()}]")),
        .. OfStatement("Sid", "\"two words\"", "\"\"", "\"a-b\"", "1", "null"),
        .. OfStatement("Effect", "\"Allow\"", "\"Deny\"", "\"allow\"", "\"\"", "true", "[\"Allow\"]"),
        .. OfStatement("Action", "\"s3:GetObject\"", "[]", "\"\"", "[\"s3:GetObject\",\"\"]", "[\"s3:GetObject\",null]", "[1]", "{}", "null", "[[\"s3:GetObject\"]]"),
        .. OfStatement("NotAction", "\"s3:GetObject\""),
        .. OfStatement("action", "\"s3:GetObject\""),
        .. OfStatement("Resource", "\"*\"", "[]", "\"\"", "[null]", "[\"*\",\"\"]", "{}", "1"),
        .. OfStatement("NotResource", "\"*\""),
        .. OfStatement("Principal", "\"*\"", "{\"AWS\":\"*\"}", "{\"AWS\":[\"*\"]}", "\"111122223333\"", "[]", "[\"*\"]", "{}", "{\"aws\":\"*\"}", "{\"AWS\":[]}", "{\"AWS\":\"\"}", "{\"AWS\":1}", "null", "\"\""),
        .. OfStatement("NotPrincipal", "\"*\"", "{\"AWS\":\"111122223333\"}"),
        .. OfStatement("Condition", "{}", "[]", "\"x\"", "null"),
        .. OfStatement("Condition", Operators("StringEquals", "\"x\"", "[\"x\"]", "1", "true", "null", "[]", "[null]", "[[]]", "{}", "\"\"", "[1,\"x\",false]")),
        .. OfStatement("Condition", "{\"StringEquals\":\"x\"}", "{\"StringEquals\":[]}", "{\"StringEquals\":{}}", "{\"StringEquals\":null}"),
        .. OfStatement("Condition", "{\"NoSuchOperator\":{\"aws:x\":\"x\"}}", "{\"stringequals\":{\"aws:x\":\"x\"}}", "{\"NullIfExists\":{\"aws:x\":\"true\"}}", "{\"ForAnyValue:ArnLikeIfExists\":{\"aws:x\":\"x\"}}", "{\"StringEquals\":{\"\":\"x\"}}"),
        .. OfStatement("Comment", "\"x\""),
        .. Removals("Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "Sid", "Condition"),
        .. Renames(("Action", "NotAction"), ("Resource", "NotResource"), ("Principal", "NotPrincipal"), ("Action", "action"), ("Effect", "effect"), ("Resource", "Resources")),
        ("Effect twice", document => document.ToJsonString().Replace("\"Effect\":\"Deny\"", "\"Effect\":\"Deny\",\"Effect\":\"Deny\"", StringComparison.Ordinal) is var text && text == document.ToJsonString() ? null : text),
    ];

    private static string[] Operators(string name, params string[] values) => [.. values.Select(value => $"{{\"{name}\":{{\"aws:x\":{value}}}}}")];

    private static IEnumerable<(string, Func<JsonObject, string?>)> OfDocument(string member, params string[] values) =>
        values.Select(value => ($"{member}: {value}", (Func<JsonObject, string?>)(document => Set(document, member, value))));

    private static IEnumerable<(string, Func<JsonObject, string?>)> OfStatement(string member, params string[] values) =>
        values.Select(value => ($"Statement.{member}: {value}", (Func<JsonObject, string?>)(document =>
        {
            First(document)[member] = JsonNode.Parse(value);
            return document.ToJsonString();
        })));

    private static IEnumerable<(string, Func<JsonObject, string?>)> Removals(params string[] members) =>
        members.Select(member => ($"Statement.{member} removed", (Func<JsonObject, string?>)(document => First(document).Remove(member) ? document.ToJsonString() : null)));

    private static IEnumerable<(string, Func<JsonObject, string?>)> Renames(params (string From, string To)[] renames) =>
        renames.Select(rename => ($"Statement.{rename.From} renamed {rename.To}", (Func<JsonObject, string?>)(document =>
            First(document)[rename.From] is null ? null : document.ToJsonString().Replace($"\"{rename.From}\"", $"\"{rename.To}\"", StringComparison.Ordinal))));

    private static string Set(JsonObject document, string member, string value)
    {
        document[member] = JsonNode.Parse(value);
        return document.ToJsonString();
    }

    private static JsonObject First(JsonObject document) => document["Statement"]![0]!.AsObject();
}
