using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2105: a service principal that is not written as one.</summary>
public sealed class ServicePrincipalFormat() : StatementRule(new RuleDescriptor
{
    Id = "PL2105",
    Name = "service-principal-format",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidServicePrincipalFormat],
    Title = "A service principal that is not written as one",
    Why = "A service is named by a domain in lower case, `sagemaker.amazonaws.com`. AWS refuses another form in a Principal; in a condition it is compared letter by letter and matches no request.",
    Remedy = "Write the service principal as the service's documentation has it; for `kms:ViaService` with the region: `sagemaker.eu-west-1.amazonaws.com`.",
    Limits = "Whether a service of this name exists is not looked up. Values with wildcards or policy variables are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-principal-format",
        "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
    ],
    Since = "0.1.0",
})
{
    private const string ViaService = "kms:ViaService";

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ViaService, "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast",
        "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList", "iam:PassedToService", "iam:AWSServiceName",
    };

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Check(statement.Statement.Principal, context);
        Check(statement.Statement.NotPrincipal, context);
        if (statement.Statement.Condition is null)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is { Family: OperatorFamily.String } && KeyOf(term) is { } key)
                Check(term, key, statement.Policy.Document.HasPolicyVariables, context);
        }
    }

    private static void Check(Principal? principal, RuleContext context)
    {
        if (!principal.Has(PrincipalValues.Service))
            return;

        foreach (PolicyString value in principal.Of(PrincipalValues.Service))
        {
            if (value.HasUnknown)
                context.CannotJudge(value, "the service principal is not known before deployment");
            else if (!value.Value.AsSpan().ContainsAny("*?$") && !PrincipalValues.IsServicePrincipal(value.Value))
                context.Report(value, $"{value.Quoted()} is no service principal: a service is named like `sagemaker.amazonaws.com`");
        }
    }

    private static void Check(ConditionTerm term, string key, bool hasVariables, RuleContext context)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (value.HasUnknown || value.Text.AsSpan().ContainsAny('*', '?') || (hasVariables && value.Text.Contains("${", StringComparison.Ordinal)))
                continue;

            if (!PrincipalValues.IsServicePrincipal(value.Text))
                context.Report(value, $"{value.Text.Quoted()} is no service principal, so {term.Entry.Key.Quoted()} never has this value");
            else if (key == ViaService && value.Text.AsSpan().Count('.') < 3)
                context.Report(value, $"{value.Text.Quoted()} lacks the region that {term.Entry.Key.Quoted()} has: it is written like `sagemaker.eu-west-1.amazonaws.com`");
        }
    }

    private static string? KeyOf(ConditionTerm term) => Keys.TryGetValue(term.Entry.Key.Value, out string? key) ? key : null;
}
