using System.Text;

namespace PolicyLint.Cli.Tests;

/// <summary>A folder of a test's own, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public const string Clean =
        """
        {
          "Version": "2012-10-17",
          "Statement": [ { "Effect": "Allow", "Action": "sagemaker:DescribeEndpoint", "Resource": "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn" } ]
        }
        """;

    /// <summary>An error of the grammar at 4:18: no such effect.</summary>
    public const string Bad =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Alow", "Action": "sagemaker:DescribeEndpoint", "Resource": "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn" }
          ]
        }
        """;

    public Folder() => FullPath = Directory.CreateTempSubdirectory("policylint-").FullName;

    public string FullPath { get; }

    public string this[string path] => Path.Combine(FullPath, path);

    public Folder With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    public Folder With(string path, byte[] content)
    {
        string fullPath = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllBytes(fullPath, content);
        return this;
    }

    /// <summary>Puts the built tool there under its name, for shells and hooks that look it up.</summary>
    public Folder WithCommand(string path)
    {
        With(path, $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "PolicyLint.Cli.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(this[path], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
