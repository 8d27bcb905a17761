using PolicyLint.Analysis;
using PolicyLint.Rules.Conditions;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2132: a policy variable where none is replaced.</summary>
public sealed class PolicyVariableOutOfPlace() : StatementRule(new RuleDescriptor
{
    Id = "PL2132",
    Name = "policy-variable-out-of-place",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.VariableUnsupportedInElement, IssueCodes.InvalidVariableForOperator],
    Needs = StatementParts.PolicyVariable,
    Title = "A policy variable where none is replaced",
    Why = "IAM replaces variables in Resource, and in the values of String and Arn operators. Anywhere else `${aws:username}` is taken for these very letters, and the policy is refused or matches nothing.",
    Remedy = "Write the value itself, or say what is meant in Resource or with a String or Arn operator.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-variable-unsupported-in-element",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-variable-for-operator",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (!PolicyVariable.MayBeIn(statement))
            return;

        foreach (PolicyString text in OtherPlacesIn(statement.Statement))
        {
            if (PolicyVariable.FirstIn(text.Value) is { } variable)
                context.As(IssueCodes.VariableUnsupportedInElement).Report(text, $"{variable.Quoted()} is replaced in Resource and Condition only");
        }

        if (statement.Policy.Document.HasPolicyVariables)
            CheckOperators(statement.Statement.Condition, context.As(IssueCodes.InvalidVariableForOperator));
    }

    private static void CheckOperators(ConditionBlock? condition, RuleContext context)
    {
        foreach (ConditionClause clause in condition?.Clauses ?? [])
        {
            if (clause.Operator is null or { Family: OperatorFamily.String or OperatorFamily.Arn })
                continue;

            foreach (ConditionEntry entry in clause.Entries)
            {
                foreach (ConditionValue value in entry.Values)
                {
                    if (PolicyVariable.FirstIn(value.Text) is { } variable)
                        context.Report(value, $"{clause.OperatorText.Quoted()} does not replace {variable.Quoted()}: only String and Arn operators do");
                }
            }
        }
    }

    private static IEnumerable<PolicyString> OtherPlacesIn(Statement statement)
    {
        if (statement.Sid is { } sid)
            yield return sid;

        if ((statement.Action ?? statement.NotAction) is { MayHaveVariable: true } actions)
        {
            foreach (PolicyString action in actions.Values)
                yield return action;
        }

        if ((statement.Principal ?? statement.NotPrincipal) is not { } principal)
            yield break;

        if (principal.Text is { } text)
            yield return text;

        foreach (PolicyStringList entry in principal.Entries)
        {
            foreach (PolicyString value in entry.Values)
                yield return value;
        }
    }
}
