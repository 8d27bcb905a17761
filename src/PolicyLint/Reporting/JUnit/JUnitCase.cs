using System.Globalization;
using System.Text;
using System.Xml;
using PolicyLint.Rules;

namespace PolicyLint.Reporting;

/// <summary>How a test case ended.</summary>
internal enum JUnitOutcome
{
    Pass,
    Skipped,
    Failure,
    Error,
}

/// <summary>A test case of a JUnit report: a rule and a policy. Keeps texts only, not the policy.</summary>
/// <param name="ClassName">The policy.</param>
/// <param name="Name">What is asked of it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Type">The kind of failure.</param>
/// <param name="Message">What is wrong, in a line.</param>
/// <param name="Details">More lines; what a case that passes has to say.</param>
internal sealed record JUnitCase(string ClassName, string Name, JUnitOutcome Outcome, string Type, string Message, string Details)
{
    /// <summary>The case of one rule that found something in one policy.</summary>
    public static JUnitCase Of(string policy, Finding[] findings, Severity? failOn)
    {
        RuleDescriptor rule = findings[0].Rule;
        Severity worst = findings.Max(finding => finding.Severity);
        string more = findings.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {findings.Length - 1} more)");
        return new JUnitCase(
            policy,
            $"{rule.Id} {rule.Name}",
            worst >= failOn ? JUnitOutcome.Failure : JUnitOutcome.Pass,
            worst.ToName(),
            findings[0].Message + more,
            DetailsOf(findings));
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", SafeText.Escape(ClassName));
        xml.WriteAttributeString("name", SafeText.Escape(Name));
        switch (Outcome)
        {
            case JUnitOutcome.Failure:
                WriteProblem(xml, "failure");
                break;
            case JUnitOutcome.Error:
                WriteProblem(xml, "error");
                break;
            case JUnitOutcome.Skipped:
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", SafeText.Escape($"not evaluated: {Message}"));
                xml.WriteEndElement();
                break;
            default:
                if (Details.Length > 0)
                    xml.WriteElementString("system-out", Details);
                break;
        }

        xml.WriteEndElement();
    }

    private void WriteProblem(XmlWriter xml, string element)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", SafeText.Escape(Message));
        xml.WriteAttributeString("type", SafeText.Escape(Type));
        xml.WriteString(Details);
        xml.WriteEndElement();
    }

    private static string DetailsOf(Finding[] findings)
    {
        RuleDescriptor rule = findings[0].Rule;
        var text = new StringBuilder();
        foreach (Finding finding in findings)
        {
            string confirmation = finding.Confirmation == Confirmation.NotChecked ? "" : $" (Access Analyzer: {finding.Confirmation.ToName()})";
            text.Append(CultureInfo.InvariantCulture, $"{ReportedPath.OfText(finding.Source, finding.Start)} {finding.Severity.ToName()}: {SafeText.Escape(finding.Message)}{confirmation}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"do: {SafeText.Escape(rule.Remedy)}\n");
        if (rule.HelpUri.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"more: {SafeText.Escape(rule.HelpUri)}\n");

        return text.ToString();
    }
}
