using PolicyLint.Analysis;
using PolicyLint.Catalog;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1054: the use of a key can be granted to anybody.</summary>
public sealed class KmsCreategrantUnbounded() : StatementRule(new RuleDescriptor
{
    Id = "PL1054",
    Name = "kms-creategrant-unbounded",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Grants.Names,
    Title = "The use of a key can be granted to anybody",
    Why = "A grant lets any principal, of any account, decrypt with the key, and no IAM policy shows it. SageMaker needs "
        + "CreateGrant to encrypt volumes, and such grants carry a mark that the condition can ask for.",
    Remedy = "Leave CreateGrant where SageMaker needs it, and add `\"Bool\": { \"kms:GrantIsForAWSResource\": \"true\" }`.",
    Limits = "A condition on `kms:ViaService` or on the grantee counts as a limit as well. Full access to every key is left to "
        + "PL1053.",
    Sources =
    [
        "https://docs.aws.amazon.com/kms/latest/developerguide/grant-authorization.html",
        "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource",
        "https://docs.aws.amazon.com/sagemaker/latest/dg/key-management.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Grants = new("kms", "CreateGrant");

    private static readonly Guardrail ForService = new MustBe("kms:GrantIsForAWSResource", "true");

    private static readonly string[] Bounds = ["kms:ViaService", "kms:GranteePrincipal", "kms:GranteeServicePrincipal"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        context.CannotJudgeActions(statement);
        if (Grants.In(context.Catalog) is not [{ Action: var action } member] || !statement.Gives(action) || IsBounded(statement, action))
            return;

        if (statement.PlaceOf(action) is not { } place || (member.IsOpenIn(statement) && HoldsDecrypt(place, statement, context.Catalog)))
            return;

        context.Report(place, "`CreateGrant` lets the caller give the use of the key to anybody: nothing asks for `kms:GrantIsForAWSResource`");
    }

    private static bool IsBounded(StatementAccess statement, CatalogAction action)
    {
        foreach (string key in Bounds)
        {
            if (statement.Conditions.Constrains(key))
                return true;
        }

        return Guardrails.Holds(ForService, statement, action);
    }

    // kms:* on every key: the grant is the least of it.
    private static bool HoldsDecrypt(PolicyNode place, StatementAccess statement, ServiceCatalog catalog) =>
        catalog.TryGetAction("kms", "Decrypt", out CatalogAction decrypt) && statement.PlaceOf(decrypt)?.Span == place.Span;
}
