using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Maintainability;

/// <summary>PL4003: a Sid is used twice where it need not be unique.</summary>
public sealed class RepeatedSid() : PolicyRule(new RuleDescriptor
{
    Id = "PL4003",
    Name = "repeated-sid",
    Category = RuleCategory.Maintainability,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.Resource | PolicyTypes.VpcEndpoint | PolicyTypes.Scp | PolicyTypes.Rcp,
    IssueCodes = [IssueCodes.UniqueSidsRecommended],
    Title = "A Sid is used twice where it need not be unique",
    Why = "Some services take it, others refuse the policy. Tools that add and remove statements by their Sid change the wrong one, and a reader cannot say which statement is meant.",
    Remedy = "Give each statement a Sid of its own, or leave it out.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-unique-sids-recommended",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        context.CannotJudgeSids(policy);
        foreach (var (sid, first) in policy.RepeatedSids)
            context.Report(sid, $"The Sid {sid.Quoted()} is used twice, so it does not tell which statement is meant", related: (first, "used here first"));
    }
}
