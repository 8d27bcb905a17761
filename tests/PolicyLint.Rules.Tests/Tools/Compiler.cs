using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PolicyLint.Rules.Tests.Tools;

/// <summary>The SDK's own C# compiler, called on a few files: quicker than a build, and needs no restore.</summary>
internal static class Compiler
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using FluentAssertions;
        global using NUnit.Framework;
        """;

    /// <summary>Compiles files against what this test is built of; returns what the compiler says, empty when all is well.</summary>
    public static string Compile(TemporaryFolder folder, IEnumerable<string> files)
    {
        folder.Write("GlobalUsings.cs", GlobalUsings);
        string ownFolder = AppContext.BaseDirectory;
        IEnumerable<string> references = Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "System*.dll")
            .Append(Path.Combine(ownFolder, "PolicyLint.dll"))
            .Append(Path.Combine(ownFolder, "PolicyLint.TestKit.dll"))
            .Append(Path.Combine(ownFolder, "nunit.framework.dll"))
            .Append(Path.Combine(ownFolder, "FluentAssertions.dll"))
            .Where(IsManaged);
        folder.Write("compile.rsp", string.Join('\n',
        [
            "-nologo", "-target:library", "-langversion:latest", "-nullable:enable", "-warnaserror", $"-out:\"{folder.PathOf("out.dll")}\"",
            .. references.Select(path => $"-r:\"{path}\""),
            .. files.Append("GlobalUsings.cs").Select(path => $"\"{folder.PathOf(path)}\""),
        ]));

        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { "exec", FindCompiler(), "-noconfig", $"@{folder.PathOf("compile.rsp")}" },
            RedirectStandardOutput = true,
        })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }

    private static string FindCompiler()
    {
        string sdks = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));
        string? compiler = !Directory.Exists(sdks) ? null : Directory.EnumerateDirectories(sdks, $"{Environment.Version.Major}.*")
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Where(File.Exists)
            .Max();
        if (compiler is null)
            Assert.Ignore("No SDK lies beside the runtime that runs this test.");
        return compiler!;
    }

    private static bool IsManaged(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var image = new System.Reflection.PortableExecutable.PEReader(file);
        return image.HasMetadata;
    }
}
