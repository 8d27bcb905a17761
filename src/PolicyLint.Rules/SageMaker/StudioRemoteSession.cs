using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3014: remote sessions into everybody's Studio space are allowed.</summary>
public sealed class StudioRemoteSession() : StatementRule(new RuleDescriptor
{
    Id = "PL3014",
    Name = "studio-remote-session",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Sessions.Names,
    Title = "Remote sessions into everybody's Studio space are allowed",
    Why = "StartSession connects an editor on somebody's own machine to a space, over SSH and with IAM credentials. That passes by the "
        + "single sign-on of the domain, and in a space of others it works with their files and their role.",
    Remedy = "Name the spaces of the caller, by a policy variable: `space/d-abc123/${aws:PrincipalTag/StudioUser}-*`. Where nobody is to "
        + "connect, deny CreateSpace and UpdateSpace while `sagemaker:RemoteAccess` is ENABLED.",
    Limits = "CreateSpace and UpdateSpace switch remote access on, but connect nobody: without StartSession they are not reported. A "
        + "pattern of some spaces, such as all of one domain, is not found.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access-remote-setup.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StartSession.html",
    ],
    Since = "0.1.0",
})
{
    private const string RemoteAccess = "sagemaker:RemoteAccess";

    private static readonly ActionGroup Sessions = new("sagemaker", "StartSession");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Sessions, statement, context, Limits.Tags) is { } grant && !IsRemoteAccessDenied(statement.Policy))
            grant.Report(context, $"{grant.Lets} connect to any user's Studio space from outside, past the domain's sign-in", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }

    private static bool IsRemoteAccessDenied(PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Deny && statement.Conditions.Constrains(RemoteAccess))
                return true;
        }

        return false;
    }
}
