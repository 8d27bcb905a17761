using System.Collections;
using System.Globalization;
using Microsoft.Build.Framework;

namespace PolicyLint.MSBuild.Tests;

/// <summary>A build that only writes down what it is told, one line an event.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    public List<string> Lines { get; } = [];

    /// <summary>The pages that events point to.</summary>
    public List<string?> Helps { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "test.csproj";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

    public void LogErrorEvent(BuildErrorEventArgs e)
    {
        Helps.Add(e.HelpLink);
        Add("error", e.Code, e.File, (e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber), e.Message);
    }

    public void LogWarningEvent(BuildWarningEventArgs e)
    {
        Helps.Add(e.HelpLink);
        Add("warning", e.Code, e.File, (e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber), e.Message);
    }

    public void LogMessageEvent(BuildMessageEventArgs e) =>
        Add($"{e.Importance} message", e.Code, e.File, (e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber), e.Message);

    private void Add(string category, string? code, string? file, (int, int, int, int) place, string? message) =>
        Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{file}{place}: {category} {code}: {message}"));
}
