using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1059: every function can be run.</summary>
public sealed class LambdaInvokeAny() : StatementRule(new RuleDescriptor
{
    Id = "PL1059",
    Name = "lambda-invoke-any",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Invocations.Names,
    Title = "Every function can be run",
    Why = "A function acts with a role of its own: who may invoke any of them does whatever one of them can do, with input of "
        + "their own choosing.",
    Remedy = "Name the functions, or a prefix of their names: those of labeling jobs and pipelines are few.",
    Limits = "What the functions do is not in the policy.",
    Sources =
    [
        "https://docs.aws.amazon.com/lambda/latest/dg/permissions-user-function.html",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sms-custom-templates-step3-lambda-permissions.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Invocations = new("lambda", "InvokeFunction", "InvokeAsync");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Invocations, statement, context) is { } grant)
            grant.Report(context, $"{grant.Lets} run every function, each with its own role");
    }
}
