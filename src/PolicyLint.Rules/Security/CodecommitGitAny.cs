using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1056: code can be pushed to every repository.</summary>
public sealed class CodecommitGitAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1056",
    Name = "codecommit-git-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Low,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Pushes.Names,
    Title = "Code can be pushed to every repository",
    Why = "Repositories that are attached to notebooks are cloned when the notebook starts: who pushes runs code in the notebooks "
        + "of others.",
    Remedy = "Name the repositories that the caller works on.",
    Limits = "That SageMaker's own code repositories can be pointed elsewhere on `*` is for PL3008 to say.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-git-repo.html",
        "https://docs.aws.amazon.com/codecommit/latest/userguide/customer-managed-policies.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Pushes = new("codecommit", "GitPush");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Pushes, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} put code into every repository");
    }
}
