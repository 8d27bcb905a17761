using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2030: two statements have the same Sid.</summary>
public sealed class DuplicateSid() : PolicyRule(new RuleDescriptor
{
    Id = "PL2030",
    Name = "duplicate-sid",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    AppliesTo = PolicyTypes.Identity | PolicyTypes.Boundary | PolicyTypes.Trust,
    IssueCodes = [IssueCodes.UniqueSidsRequired],
    Title = "Two statements have the same Sid",
    Why = "IAM refuses a policy in which a Sid is used twice.",
    Remedy = "Give each statement a Sid of its own, or leave it out.",
    Limits = "Policies of resources are not looked at, for some services take a Sid twice.",
    Sources = ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html"],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        context.CannotJudgeSids(policy);
        foreach (var (sid, first) in policy.RepeatedSids)
            context.Report(sid, $"The Sid `{sid}` is used twice", related: (first, "used here first"));
    }
}
