using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2165: a SageMaker name in an ARN has upper-case letters.</summary>
public sealed class SageMakerArnUppercase() : StatementRule(new RuleDescriptor
{
    Id = "PL2165",
    Name = "sagemaker-arn-uppercase",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.All & ~PolicyTypes.Trust,
    Needs = StatementParts.NamedResource,
    Title = "A SageMaker name in an ARN has upper-case letters",
    Why = "SageMaker writes names in small letters into most of its ARNs, and IAM compares them letter by letter: an endpoint `FraudProd` has the ARN `endpoint/fraudprod`, which `endpoint/FraudProd` does not match.",
    Remedy = "Write the name in small letters; or list both, for some types keep the letters as typed.",
    Limits = "Which names the account has is not in the policy. Resources of AWS's own, such as `hub/SageMakerPublicHub`, are passed over, and so are placeholders such as `<ENDPOINT>`.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html#amazonsagemaker-resources-for-iam-policies",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ResourcePattern resource in statement.ResourcePatterns)
        {
            if (resource.NamesServiceAs("sagemaker"u8) && resource.Arn is { } arn && arn.Account.Text != "aws" && HasUpperCase(arn.Resource.Text) && !arn.Resource.Text.AsSpan().ContainsAny('<', '['))
                Check(resource, arn.Resource.Text, statement, context);
        }
    }

    private static void Check(ResourcePattern resource, string name, StatementAccess statement, RuleContext context)
    {
        string text = resource.Text.Value;
        string twin = text[..^name.Length] + Lower(name);
        foreach (ResourcePattern other in statement.ResourcePatterns)
        {
            if (other.Text.Value == twin || other.Arn is { } wide && ArnPattern.TryParse(twin, statement.Policy.Document.HasPolicyVariables, out ArnPattern? lower) && wide.Covers(lower))
                return;
        }

        bool isType = HasUpperCase(name[..Math.Max(name.IndexOf('/', StringComparison.Ordinal), 0)]);
        context.Report(
            resource.Text,
            isType ? $"{resource.Text.Quoted()} never matches: types of SageMaker's resources are in lower case" : $"{resource.Text.Quoted()} may match nothing: SageMaker writes most names in small letters into its ARNs",
            isType ? Severity.Error : Severity.Warning);
    }

    // Names of policy variables are no part of the ARN.
    private static bool HasUpperCase(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]))
                return true;

            i = SkipVariable(name, i);
        }

        return false;
    }

    private static string Lower(string name)
    {
        char[] lower = name.ToCharArray();
        for (int i = 0; i < lower.Length; i++)
        {
            lower[i] = char.ToLowerInvariant(lower[i]);
            i = SkipVariable(name, i);
        }

        return new string(lower);
    }

    private static int SkipVariable(string name, int at)
    {
        if (name[at] != '$' || at + 1 == name.Length || name[at + 1] != '{')
            return at;

        int end = name.IndexOf('}', at);
        return end < 0 ? at : end;
    }
}
