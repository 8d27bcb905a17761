using System.Collections.Immutable;

namespace PolicyLint.Rules.Personas;

/// <summary>
/// What a policy of somebody's own account has and a template cannot know. What is not given has an example value, which
/// matches nothing that is real: such a policy allows less than it should, and never more.
/// </summary>
public sealed record PersonaValues
{
    // 111122223333 and amzn-s3-demo-bucket are the examples of AWS's own documentation.
    private static readonly ImmutableDictionary<string, string> ExampleValues = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["account"] = "111122223333",
        ["region"] = "us-east-1",
        ["project"] = "example",
        ["bucket"] = "amzn-s3-demo-bucket",
        ["endpoint"] = "example",
        ["domain"] = "d-111111111111",
        ["subnet"] = "subnet-11111111111111111",
        ["security-group"] = "sg-11111111111111111",
        ["key"] = "11111111-2222-3333-4444-555555555555",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Nothing is given: every value is an example.</summary>
    public static PersonaValues Examples { get; } = new();

    /// <summary>The names of the values that can be given.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ExampleValues.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The values that are given, by name.</summary>
    public ImmutableDictionary<string, string> Given { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>ARNs of the roles that may be passed; empty for example names.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Whether a value is given and no example.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public bool IsGiven(string name) => Given.ContainsKey(name);

    /// <summary>A value, or its example.</summary>
    /// <param name="name">One of <see cref="Names"/>, or <c>partition</c>, which follows from the region.</param>
    /// <exception cref="KeyNotFoundException">There is no such value.</exception>
    public string this[string name] => name == "partition" ? Partition : Given.GetValueOrDefault(name) ?? ExampleValues[name];

    /// <summary>The ARN of a role for machine learning: <c>arn:aws:iam::111122223333:role/ml-exec/example-training</c>.</summary>
    /// <param name="purpose">What the role is for.</param>
    public string RoleFor(string purpose) => $"arn:{Partition}:iam::{this["account"]}:role/ml-exec/{this["project"]}-{purpose}";

    /// <summary>What is wrong with a value, as a clause; null where it can be used. A wildcard would make the policy wider than it says.</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="value">The value.</param>
    public static string? FaultOf(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return name switch
        {
            _ when !Names.Contains(name) => $"there is no value of this name; there are {string.Join(", ", Names)}",
            "account" => value.Length == 12 && value.All(char.IsAsciiDigit) ? null : "an account has twelve digits",
            _ => value.Length > 0 && value.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.') ? null
                : "it takes small letters, digits, hyphens and dots",
        };
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
    private string Partition => this["region"] switch
    {
        var region when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        var region when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        var region when region.StartsWith("us-isob-", StringComparison.Ordinal) => "aws-iso-b",
        var region when region.StartsWith("us-isof-", StringComparison.Ordinal) => "aws-iso-f",
        var region when region.StartsWith("us-iso-", StringComparison.Ordinal) => "aws-iso",
        var region when region.StartsWith("eu-isoe-", StringComparison.Ordinal) => "aws-iso-e",
        var region when region.StartsWith("eusc-", StringComparison.Ordinal) => "aws-eusc",
        _ => "aws",
    };
}
