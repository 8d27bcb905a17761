using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1021: a service is let in for anybody who makes it call.</summary>
public sealed class ServiceWithoutSource() : StatementRule(new RuleDescriptor
{
    Id = "PL1021",
    Name = "service-without-source",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Resource,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Principal,
    IssueCodes = [IssueCodes.RestrictAccessToServicePrincipal, IssueCodes.RecommendedConditionKeyForServicePrincipal],
    Title = "A service is let in for anybody who makes it call",
    Why = "A service calls for every customer of AWS. Without a condition on the source somebody else can have the service use your resource: the confused deputy.",
    Remedy = "Add `aws:SourceArn` or `aws:SourceAccount` (or `aws:SourceOrgID`) with what may make the service call.",
    Limits = "A Deny that keeps other sources out is not taken into account.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-restrict-access-to-service-principal",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] Sources = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    // What the caller writes, or what one service alone fills in.
    private static readonly string[] Substitutes = ["aws:Referer", "aws:SourceOwner"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!statement.Statement.Principal.Has(PrincipalValues.Service) || statement.OnlyAssumesRole() || Find(statement, Sources) is not null)
            return;

        if (Find(statement, Substitutes) is { } substitute)
        {
            context.As(IssueCodes.RecommendedConditionKeyForServicePrincipal).Report(
                substitute.Entry.Key, $"{substitute.Entry.Key.Quoted()} is a weak sign of who makes the service call: use `aws:SourceArn` or `aws:SourceAccount`", SecuritySeverity.Low);
            return;
        }

        // The service asks for nothing but the source; here a key of what is asked for, such as an encryption context, will do.
        if (context.Options.Profile != RuleProfile.AccessAnalyzer && statement.Conditions.IsScoping)
            return;

        List<PolicyString> services = [.. statement.Statement.Principal.Of(PrincipalValues.Service)];
        context.As(IssueCodes.RestrictAccessToServicePrincipal).Report(
            services[0],
            $"{services.ConvertAll(static service => service.Value).Listed()} may be made to call by anybody: no condition names the source",
            related: [.. services.Skip(1).Select(static service => ((PolicyNode)service, "this too"))]);
    }

    private static ConditionTerm? Find(StatementAccess statement, string[] keys)
    {
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            foreach (string key in keys)
            {
                if (term.IsAbout(key) && (term.Narrows || term.HasUnknown))
                    return term;
            }
        }

        return null;
    }
}
