namespace PolicyLint.Rules.Tests.Conditions;

/// <summary>Documents of one statement: what the tests of conditions differ in is the condition.</summary>
internal static class OneStatement
{
    /// <summary>A statement with a condition; actions and resources as JSON, with marks where they matter.</summary>
    public static string With(string condition, string action = "\"s3:GetObject\"", string effect = "Allow", string resource = "\"*\"", string version = "2012-10-17") => $$"""
        {
          "Version": "{{version}}",
          "Statement": [
            { "Effect": "{{effect}}", "Action": {{action}}, "Resource": {{resource}}, "Condition": {{condition}} }
          ]
        }
        """;

    /// <summary>A statement of a resource policy, or without a resource of a trust policy.</summary>
    public static string Of(string principal, string condition, string action = "\"s3:GetObject\"", string effect = "Allow", string? resource = "\"*\"") => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "{{effect}}", "Principal": {{principal}}, "Action": {{action}}, {{(resource is null ? "" : $"\"Resource\": {resource}, ")}}"Condition": {{condition}} }
          ]
        }
        """;

    /// <summary>A statement without a condition.</summary>
    public static string On(string resource, string version = "2012-10-17") => $$"""
        {
          "Version": "{{version}}",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": {{resource}} }
          ]
        }
        """;
}
