using PolicyLint.Analysis;

namespace PolicyLint.Evaluation;

/// <summary>The resource of a request: one, or every one that matches a pattern.</summary>
internal sealed class RequestedResource
{
    private static readonly ArnPattern EveryArn = ReadArn("arn:*:*:*:*:*")!;

    private RequestedResource(string text, ArnPattern? arn)
    {
        Text = text;
        Arn = arn;
        Whole = Glob.Parse(text, policyVariables: false);
        Account = arn is not null && AwsAccount.IsOne(arn.Account.Text) ? arn.Account.Text : null;
    }

    /// <summary>What actions without resource-level permission work on: <c>*</c> as the name of it, and no pattern.</summary>
    public static RequestedResource Star { get; } = new("*", arn: null) { IsStar = true };

    public string Text { get; }

    /// <summary>The fields; null for what is no ARN.</summary>
    public ArnPattern? Arn { get; }

    public Glob Whole { get; }

    /// <summary>The account in the ARN.</summary>
    public string? Account { get; }

    public bool HasUnknownAccount => Arn is not null && Arn.Account.HasUnknown;

    /// <summary>Whether it is <see cref="Star"/>.</summary>
    public bool IsStar { get; private init; }

    /// <summary>Whether it stands for every resource that matches.</summary>
    public bool IsPattern => !IsStar && Whole.HasWildcard;

    /// <summary>Whether it is one resource, all of whose name is known.</summary>
    public bool IsExact => IsStar || Whole.IsLiteral;

    public static RequestedResource Parse(string text) => new(text, text == "*" ? EveryArn : ReadArn(text));

    /// <summary>Whether every resource that a pattern of a policy names is one of those asked for.</summary>
    public bool Covers(ArnPattern pattern) => Arn is not null && Arn.Covers(pattern);

    private static ArnPattern? ReadArn(string text) => ArnPattern.TryParse(text, policyVariables: false, out ArnPattern? arn) ? arn : null;
}
