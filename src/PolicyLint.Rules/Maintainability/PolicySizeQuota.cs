using PolicyLint.Analysis;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4002: the policy is too big.</summary>
public sealed class PolicySizeQuota() : PolicyRule(new RuleDescriptor
{
    Id = "PL4002",
    Name = "policy-size-quota",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Warning,
    IssueCodes =
    [
        IssueCodes.PolicySizeExceedsIdentityPolicyQuota, IssueCodes.PolicySizeExceedsResourcePolicyQuota, IssueCodes.PolicySizeExceedsRoleTrustPolicyQuota,
        IssueCodes.PolicySizeExceedsScpQuota, IssueCodes.PolicySizeExceedsRcpQuota,
    ],
    Title = "The policy is too big",
    Why = "AWS refuses a policy above the quota of its type: that is an error. IAM does not count white space; AWS Organizations, VPC endpoints and most resource policies do. The console of AWS Organizations takes white space out. A policy that only some places take is a warning: a managed policy has at most 6,144 characters, the inline policies of a role together 10,240; a trust policy has 2,048 unless the quota was raised.",
    Remedy = "Split the policy into several, or replace long lists of actions and resources by patterns that mean the same.",
    Limits = "Inline policies share the quota of their user, group or role. Of resource policies only the largest quota of any service is known, unless the resource type is given: a bucket, an access point and a table take 20,480 bytes.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-policy-size-exceeds-identity-policy-quota",
    ],
    Since = "0.1.0",
})
{
    private const int ManagedPolicy = 6_144;
    private const int TrustPolicyByDefault = 2_048;
    private const int BucketAccessPointOrTable = 20_480;

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        PolicyDocument document = policy.Document;
        int most = MostOf(document);
        int usual = UsualOf(document.Type, most);

        // No text has more characters than bytes.
        if (document.Span.Length <= usual || !document.IsReadable)
            return;

        Measure(document, most, usual, context);
    }

    private static void Measure(PolicyDocument document, int most, int usual, RuleContext context)
    {
        bool countsWhitespace = PolicyGrammar.Of(document.Type).Counting == SizeCounting.AsSubmitted;
        int size = countsWhitespace ? PolicyLength.AsSubmitted(document) : PolicyLength.WithoutWhitespace(document);
        if (size <= usual)
            return;

        string has = $"The policy has {size} characters {(countsWhitespace ? "with" : "without")} white space";
        RuleContext coded = context.As(CodeOf(document.Type, size > most));
        if (size > most && countsWhitespace && PolicyLength.Minified(document) is var minified && minified <= most)
            coded.Report(document, $"{has}, more than the {most} that {document.Type.ToPhrase()} can have: it fits only minified, with {minified}", Severity.Suggestion);
        else if (size > most)
            coded.Report(document, $"{has}, more than the {most} that {document.Type.ToPhrase()} can have", Severity.Error);
        else
            coded.Report(document, $"{has}, more than the {usual} of {Usual(document.Type)}");
    }

    private static int MostOf(PolicyDocument document) =>
        document is { Type: PolicyType.Resource, ResourceType: not null } ? BucketAccessPointOrTable : PolicyGrammar.Of(document.Type).MaxSize;

    private static int UsualOf(PolicyType type, int most) => type switch
    {
        PolicyType.Identity => ManagedPolicy,
        PolicyType.Trust => TrustPolicyByDefault,
        _ => most,
    };

    // The service knows no boundaries and endpoint policies, and holds identity policies to the quota of inline policies.
    private static IssueCode? CodeOf(PolicyType type, bool isTooBigEverywhere) => type switch
    {
        PolicyType.Identity when isTooBigEverywhere => IssueCodes.PolicySizeExceedsIdentityPolicyQuota,
        PolicyType.Trust => IssueCodes.PolicySizeExceedsRoleTrustPolicyQuota,
        PolicyType.Resource => IssueCodes.PolicySizeExceedsResourcePolicyQuota,
        PolicyType.Scp => IssueCodes.PolicySizeExceedsScpQuota,
        PolicyType.Rcp => IssueCodes.PolicySizeExceedsRcpQuota,
        _ => null,
    };

    private static string Usual(PolicyType type) =>
        type == PolicyType.Trust ? "a trust policy whose quota was not raised" : "a managed policy: it fits inline in a role only";
}
