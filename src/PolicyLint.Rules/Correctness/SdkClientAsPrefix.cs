using PolicyLint.Analysis;
using PolicyLint.Catalog;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2160: an action whose prefix is the name of an SDK client.</summary>
public sealed class SdkClientAsPrefix() : StatementRule(new RuleDescriptor
{
    Id = "PL2160",
    Name = "sdk-client-as-prefix",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Error,
    IssueCodes = [IssueCodes.InvalidServiceInAction],
    Needs = StatementParts.UncataloguedAction,
    Title = "An action whose prefix is the name of an SDK client",
    Why = "Clients, endpoints and products have names of their own, and their requests are authorised under another: calls of the client `sagemaker-runtime` ask for `sagemaker:InvokeEndpoint`. IAM takes the wrong prefix and says nothing, but the action matches nothing.",
    Remedy = "Write the prefix that the Service Authorization Reference gives.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-in-action",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        foreach (ActionPattern pattern in statement.ActionPatterns.OfKind(ActionPatternKind.UnknownService))
        {
            if (context.Catalog.FindPrefixNote(pattern.Prefix) is { Kind: PrefixNoteKind.SdkClient, Replacement: { } prefix })
                context.Report(pattern.Text, $"{pattern.Text.Quoted()} matches nothing: the prefix of these actions is `{prefix}`");
        }
    }
}
