using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3051: a SageMaker execution role is open to others than SageMaker.</summary>
public sealed class TrustExtraPrincipals() : PolicyRule(new RuleDescriptor
{
    Id = "PL3051",
    Name = "trust-extra-principals",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.High,
    AppliesTo = PolicyTypes.Trust,
    Needs = StatementParts.Principal,
    Title = "A SageMaker execution role is open to others than SageMaker",
    Why = "Each further service, account or identity provider is another way to run as the role. One role for everything is what makes a broad PassRole critical: who may pass it to Lambda gets what the training jobs have.",
    Remedy = "Give each service a role of its own. Let people of another account in by the ARN of their role.",
    Limits = "Whether a service that is trusted beside SageMaker is needed cannot be seen.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    ],
    Since = "0.1.0",
})
{
    // Services that run code which whoever passes the role can choose.
    private static readonly string[] RunCode = ["ec2", "lambda", "glue", "states", "codebuild", "ecs-tasks", "batch", "cloudformation", "elasticmapreduce", "datapipeline", "apprunner"];

    /// <inheritdoc/>
    public override void CheckPolicy(PolicyAccess policy, RuleContext context)
    {
        if (!TrustsSageMaker(policy))
            return;

        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement is { Effect: Effect.Allow, Principal: { } principal })
                Check(statement, principal, context);
        }
    }

    private static bool TrustsSageMaker(PolicyAccess policy)
    {
        foreach (StatementAccess statement in policy.Statements)
        {
            if (statement.Statement.Effect == Effect.Allow && SageMakerService.FindIn(statement) is not null)
                return true;
        }

        return false;
    }

    private static void Check(StatementAccess statement, Principal principal, RuleContext context)
    {
        List<(PolicyString Value, SecuritySeverity Risk)> others = [];
        if (principal.Text is { Value: "*" } everybody)
            others.Add((everybody, SecuritySeverity.High));

        foreach (PolicyStringList entry in principal.Entries)
        {
            foreach (PolicyString value in entry.Values)
            {
                if (!value.HasUnknown && RiskOf(entry.Name, value.Value) is var risk and not SecuritySeverity.None)
                    others.Add((value, risk));
            }
        }

        if (others.Count == 0)
            return;

        SecuritySeverity most = others.Max(static other => other.Risk);
        bool isNarrow = (statement.Conditions.Scopes & ConditionScope.Principal) != 0;
        context.Report(
            others[0].Value,
            $"The role of SageMaker can also be assumed by {others.ConvertAll(static other => other.Value.Value).Listed()}",
            isNarrow && most > SecuritySeverity.Medium ? SecuritySeverity.Medium : most,
            related: [.. others.Skip(1).Select(static other => ((PolicyNode)other.Value, "and by this"))]);
    }

    // A role or a user by its ARN is chaining of roles, and is fine.
    private static SecuritySeverity RiskOf(string kind, string value) => kind switch
    {
        PrincipalValues.Federated => SecuritySeverity.High,
        PrincipalValues.Account => value == "*" || value.EndsWith(":root", StringComparison.Ordinal) || IsAccountId(value) ? SecuritySeverity.High : SecuritySeverity.None,
        PrincipalValues.Service when SageMakerService.IsKnown(value) || SageMakerService.LooksLike(value) => SecuritySeverity.None,
        PrincipalValues.Service => RunCode.Contains(value[..Math.Max(value.IndexOf('.', StringComparison.Ordinal), 0)]) ? SecuritySeverity.High : SecuritySeverity.Medium,
        _ => SecuritySeverity.None,
    };

    private static bool IsAccountId(string value) => value.Length == 12 && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
