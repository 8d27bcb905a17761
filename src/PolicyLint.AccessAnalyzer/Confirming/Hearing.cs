using System.Collections.Immutable;
using PolicyLint.Analysis;

namespace PolicyLint.AccessAnalyzer.Confirming;

/// <summary>Hears the witness about one document.</summary>
internal sealed class Hearing(LintResult result, ConfirmationOptions options, Witness witness)
{
    private readonly PolicyDocument _document = result.Document;
    private readonly PolicyAccess _access = PolicyAccess.Of(result.Document);
    private readonly List<Finding> _findings = [];
    private readonly HashSet<ConfirmationGap> _gaps = [];

    public ImmutableArray<Finding> Findings => [.. _findings];

    public ImmutableArray<ConfirmationGap> Gaps => [.. _gaps];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (SentText.Of(_document) is not { } text)
        {
            var gap = new ConfirmationGap(Witness.ValidatePolicy, ConfirmationGapKind.CannotBeAsked, "the policy has parts that are not known before deployment, or is not a text of its own");
            _gaps.Add(gap);
            _findings.AddRange(result.Findings.Select(finding => finding.With(Confirmation.Unavailable, gap.Reason)));
            return;
        }

        var question = new ValidationQuestion(text, ServicePolicyType.ForValidation(_document.Type), ServicePolicyType.ResourceType(_document.Type, options));
        Answer<ImmutableArray<ServiceFinding>> validation = await witness.AskAsync(question, cancellationToken).ConfigureAwait(false);
        ServiceFindings? heard = Note(validation.Gap) ? null : new ServiceFindings(_document.Source, validation.Value);
        if (heard is { IsMisplaced: true })
            _gaps.Add(new ConfirmationGap(Witness.ValidatePolicy, ConfirmationGapKind.WrongAnswer, "the answer names places that the policy does not have"));

        foreach (Finding finding in result.Findings)
        {
            _findings.Add(finding.IssueCode is { } code
                ? Compare(finding, code, heard, validation.Gap)
                : await CheckGrantAsync(finding, text, cancellationToken).ConfigureAwait(false));
        }

        if (heard is not null)
            _findings.AddRange(heard.WithoutLocal(result.Findings));
    }

    private static Finding Compare(Finding finding, IssueCode code, ServiceFindings? heard, ConfirmationGap? gap)
    {
        if (heard is null)
            return finding.With(Confirmation.Unavailable, gap?.Reason);

        return heard.Has(code, finding)
            ? finding.With(Confirmation.Confirmed, $"ValidatePolicy reports {code} here")
            : finding.With(Confirmation.NotConfirmed, $"ValidatePolicy does not report {code} here");
    }

    private async Task<Finding> CheckGrantAsync(Finding finding, string text, CancellationToken cancellationToken)
    {
        if (!finding.Rule.ClaimsOpenAccess || ServicePolicyType.ForChecks(_document.Type) is not { } type)
            return finding.With(Confirmation.NotCheckable, "Access Analyzer has no check for this");

        if (!options.CheckGrants)
            return finding.With(Confirmation.NotCheckable, "the check that AWS charges for is switched off");

        if (OpenAccess.Of(finding, _access) is not { } open)
            return finding.With(Confirmation.NotCheckable, "none of it can be put as a question to Access Analyzer");

        Answer<bool> answer = await witness.AskAsync(new AccessQuestion(text, type, open.Actions, open.Resources), cancellationToken).ConfigureAwait(false);
        if (Note(answer.Gap))
            return finding.With(Confirmation.Unavailable, answer.Gap!.Reason);

        return answer.Value
            ? finding.With(Confirmation.Confirmed, "CheckAccessNotGranted says that the policy grants some of it")
            : finding.With(Confirmation.NotConfirmed, "CheckAccessNotGranted says that the policy grants none of it");
    }

    private bool Note(ConfirmationGap? gap)
    {
        if (gap is not null)
            _gaps.Add(gap);

        return gap is not null;
    }
}
