using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using PolicyLint.Reporting;

namespace PolicyLint.MSBuild;

/// <summary>
/// Tells a build what was found. MSBuild writes it in its canonical format, and shows it in the error list of an IDE. All text
/// that comes from a file or its name is escaped: it can be no line and no command of its own in a build server's log.
/// </summary>
internal sealed class BuildReport(TaskLoggingHelper log, WarningSwitches switches)
{
    /// <summary>Whether nothing was said that another build would have to say again.</summary>
    public bool IsSilent { get; private set; } = true;

    /// <summary>Reports what is left of the findings of a policy, and what could not be judged.</summary>
    public void Tell(LintResult result)
    {
        foreach (Finding finding in result.Findings)
            Tell(finding);

        foreach (NotEvaluated part in result.NotEvaluated)
            Tell(part);
    }

    /// <summary>Says, where people look closer, that a part could not be judged.</summary>
    public void Tell(NotEvaluated part)
    {
        IsSilent = false;
        string text = WithAddress($"not evaluated: {part.Reason}", part.Policy);
        Write(Category.Message, code: null, help: null, Place.Of(part.Source, part.Span), text, MessageImportance.Normal);
    }

    /// <summary>An error about a file: it fails the build whatever the project says about warnings.</summary>
    public void Fail(string code, Place place, string message) => Write(Category.Error, code, help: null, place, message);

    /// <summary>A warning that is none of a rule.</summary>
    public void Warn(string code, Place place, string message)
    {
        if (!switches.IsSilent(code))
            Write(switches.IsError(code) ? Category.Error : Category.Warning, code, help: null, place, message);
    }

    private void Tell(Finding finding)
    {
        string code = finding.Rule.Id;
        if (switches.IsSilent(code))
            return;

        Category category = finding.Severity switch
        {
            Severity.Error => Category.Error,
            Severity.Warning => switches.IsError(code) ? Category.Error : Category.Warning,
            _ => Category.Message,
        };
        string? help = finding.Rule.HelpUri?.ToString();
        Write(category, code, help, Place.Of(finding.Source, finding.Span), WithAddress(finding.Message, finding.Policy), MessageImportance.High);
    }

    private void Write(Category category, string? code, string? help, Place place, string message, MessageImportance importance = MessageImportance.High)
    {
        IsSilent = false;
        string? file = place.SafeFile;
        string text = SafeText.Escape(message);
        var ((line, column), (endLine, endColumn)) = (place.Start, place.End);
        switch (category)
        {
            case Category.Error:
                log.LogError(null, code, null, help, file, line, column, endLine, endColumn, text);
                break;
            case Category.Warning:
                log.LogWarning(null, code, null, help, file, line, column, endLine, endColumn, text);
                break;
            default:
                log.LogMessage(null, code, null, file, line, column, endLine, endColumn, importance, text);
                break;
        }
    }

    private static string WithAddress(string text, string? policy) => policy is null ? text : $"{text} (in {policy})";

    private enum Category
    {
        Message,
        Warning,
        Error,
    }
}
